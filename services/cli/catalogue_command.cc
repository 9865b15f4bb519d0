#include "services/cli/catalogue_folder.h"
#include "services/cli/commands.h"
#include "services/core/errors.h"
#include "services/core/rule_lint.h"
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
         count("专业预警", "warnings", catalogue.major_warnings().size()) +
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

using Loader = absl::StatusOr<std::unique_ptr<const core::Catalogue>> (*)(
    const std::string&);

// The catalogue of `folder`, or of where it is found where that is empty; null
// after its errors were printed. Sets `folder` to where it is.
std::unique_ptr<const core::Catalogue> Load(std::string& folder, Loader loader,
                                            const Terminal& terminal) {
  const auto found = folder.empty() ? FindCatalogueFolder(CluesOf(""))
                                    : absl::StatusOr<std::string>(folder);
  if (!found.ok()) {
    terminal.Fail(found.status(), "");
    return nullptr;
  }
  folder = *found;
  auto catalogue = loader(folder);
  if (catalogue.ok()) return *std::move(catalogue);
  PrintErrors(catalogue.status(), folder, terminal);
  return nullptr;
}

}  // namespace

int RunCatalogueCheck(std::string folder, const Terminal& terminal) {
  const auto catalogue = Load(folder, &platform::LoadCatalogue, terminal);
  if (catalogue == nullptr) return kExitFailed;
  terminal.Print(folder + terminal.In("：没有错误。", ": no errors. ") +
                 CountsOf(*catalogue, terminal) + "\n");
  return kExitGood;
}

int RunRulesLint(std::string folder, const Terminal& terminal) {
  const auto catalogue =
      Load(folder, &platform::LoadCatalogueWithPlaces, terminal);
  if (catalogue == nullptr) return kExitFailed;
  const auto problems = core::LintRules(*catalogue);
  for (const core::LintProblem& problem : problems) {
    terminal.Print(catalogue->PlaceOf(*problem.rule, problem.field) + ": " +
                   problem.problem + "\n");
  }
  const std::string rules = std::to_string(catalogue->rules().size());
  const std::string found = std::to_string(problems.size());
  terminal.Say("nianbao: " + folder + terminal.In("：规则 ", ": rules ") +
               rules + terminal.In("，问题 ", ", problems ") + found + "\n");
  return problems.empty() ? kExitGood : kExitErrorsFound;
}

}  // namespace nianbao::cli
