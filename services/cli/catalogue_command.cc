#include "services/cli/catalogue_folder.h"
#include "services/cli/commands.h"
#include "services/core/errors.h"
#include "services/platform/catalogue_loader.h"

namespace nianbao::cli {
namespace {

constexpr std::size_t kRevisionShown = 12;

std::string CountsOf(const core::Catalogue& catalogue,
                     const Terminal& terminal) {
  const auto count = [&](const char* zh, const char* en, std::size_t number) {
    return terminal.In(zh, en) + " " + std::to_string(number);
  };
  const std::string comma = terminal.In("，", ", ");
  return count("版本", "editions", catalogue.editions().size()) + comma +
         count("指标", "indicators", catalogue.indicators().size()) + comma +
         count("规则", "rules", catalogue.rules().size()) + comma +
         count("标准", "standards", catalogue.standards().size()) + comma +
         count("异常值检验", "outlier tests",
               catalogue.outlier_tests().size()) +
         comma +
         count("代码表", "code tables", catalogue.code_tables().size()) +
         comma + count("行政区划", "regions", catalogue.regions().size()) +
         comma + terminal.In("修订号 ", "revision ") +
         catalogue.revision().substr(0, kRevisionShown);
}

// The errors stand each on a line, so that editors can jump to them.
void PrintErrors(const absl::Status& status, const std::string& folder,
                 const Terminal& terminal) {
  const core::ErrorInfo info = core::GetErrorInfo(status);
  if (info.reason != "BAD_CATALOGUE") return terminal.Fail(status, "");
  const auto errors = info.metadata.find("errors");
  const std::string count =
      errors == info.metadata.end() ? "" : " " + errors->second;
  terminal.Say("nianbao: " + folder + terminal.In("：错误", ": errors") +
               count + "\n" + std::string(status.message()) + "\n");
}

}  // namespace

int RunCatalogueCheck(const std::string& folder, const Terminal& terminal) {
  const auto found = folder.empty() ? FindCatalogueFolder(CluesOf(""))
                                    : absl::StatusOr<std::string>(folder);
  if (!found.ok()) {
    terminal.Fail(found.status(), "");
    return kExitFailed;
  }
  const auto catalogue = platform::LoadCatalogue(*found);
  if (!catalogue.ok()) {
    PrintErrors(catalogue.status(), *found, terminal);
    return kExitFailed;
  }
  terminal.Print(*found + terminal.In("：没有错误。", ": no errors. ") +
                 CountsOf(**catalogue, terminal) + "\n");
  return kExitGood;
}

}  // namespace nianbao::cli
