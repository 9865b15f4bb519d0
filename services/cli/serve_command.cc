#include "services/cli/serve_command.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "services/allinone/serve.h"
#include "services/cli/catalogue_folder.h"

namespace nianbao::cli {
namespace {

constexpr char kFlag[] = "--catalogue";

// Whether a flag, a variable or a configuration file may name the catalogue.
bool IsNamed(const std::vector<std::string>& arguments) {
  for (const char* variable : {"NIANBAO_CATALOGUE", "NIANBAO_CONFIG"}) {
    if (std::getenv(variable) != nullptr) return true;
  }
  return std::any_of(
      arguments.begin(), arguments.end(), [](const std::string& argument) {
        const std::string name = argument.substr(0, argument.find('='));
        return name == kFlag || name == "--config";
      });
}

}  // namespace

int RunServe(const std::vector<std::string>& arguments) {
  std::vector<std::string> all = arguments;
  if (!IsNamed(arguments)) {
    const auto folder = FindCatalogueFolder(CluesOf(""));
    // Where none is found, the server's own error says so.
    if (folder.ok()) all.push_back(kFlag + ("=" + *folder));
  }
  return allinone::Serve("nianbao serve", all);
}

}  // namespace nianbao::cli
