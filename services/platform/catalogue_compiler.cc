// Writes the source of a CompiledCatalogue; the build runs it.
//
// usage: catalogue_compiler FOLDER OUTPUT.cc
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "services/core/errors.h"
#include "services/platform/catalogue_loader.h"

namespace nianbao::platform {
namespace {

constexpr std::size_t kLineBytes = 64;

// The bytes as literals of C++, a line for each so many of them.
std::string Literals(std::string_view bytes) {
  std::string text;
  for (; !bytes.empty();
       bytes.remove_prefix(std::min(bytes.size(), kLineBytes))) {
    text += "\n    \"";
    for (const char c : bytes.substr(0, kLineBytes)) {
      char octal[5];
      std::snprintf(octal, sizeof(octal), "\\%03o",
                    static_cast<unsigned char>(c));
      text += octal;
    }
    text += "\"";
  }
  return text;
}

absl::StatusOr<std::string> SourceOf(const std::string& folder) {
  NIANBAO_ASSIGN_OR_RETURN(const auto catalogue, LoadCatalogue(folder));
  NIANBAO_ASSIGN_OR_RETURN(const std::string content, CompileCatalogue(folder));
  return "#include \"services/platform/compiled_catalogue.h\"\n\n"
         "namespace nianbao::platform {\n\n"
         "CompiledCatalogue DeployedCatalogue() {\n"
         "  static constexpr char kContent[] =" +
         Literals(content) +
         ";\n"
         "  return {\"" +
         catalogue->revision() +
         "\", {kContent, sizeof(kContent) - 1}};\n}\n\n"
         "}  // namespace nianbao::platform\n";
}

int Run(const std::string& folder, const std::string& output) {
  const absl::StatusOr<std::string> source = SourceOf(folder);
  if (!source.ok()) {
    std::fprintf(stderr, "%s: %s\n", folder.c_str(),
                 std::string(source.status().message()).c_str());
    return 1;
  }
  std::ofstream file(output);
  file << *source << std::flush;
  return file ? 0 : 1;
}

}  // namespace
}  // namespace nianbao::platform

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: catalogue_compiler FOLDER OUTPUT.cc\n", stderr);
    return 2;
  }
  return nianbao::platform::Run(argv[1], argv[2]);
}
