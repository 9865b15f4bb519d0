#include "services/cli/output_file.h"
#include "services/cli/question_calls.h"
#include "services/cli/question_parts.h"
#include "services/core/errors.h"

namespace nianbao::cli {

int RunExport(const ExportOptions& options, const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    nianbao::metrics::v1::ExportAggregatesRequest request;
    NIANBAO_ASSIGN_OR_RETURN(*request.mutable_query(), AggregatesOf(options));
    for (const auto& edition : options.editions) request.add_editions(edition);
    if (!options.editions.empty()) {
      request.mutable_query()->set_edition(options.editions.front());
    }
    request.set_english(terminal.language() == Language::kEnglish);
    if (options.output.empty()) {
      return Export(
          request, [&](const std::string& data) { terminal.Print(data); },
          session);
    }
    std::string table;
    NIANBAO_RETURN_IF_ERROR(Export(
        request, [&](const std::string& data) { table += data; }, session));
    NIANBAO_RETURN_IF_ERROR(WriteFile(options.output, table));
    terminal.Print(options.output + "\n");
    return absl::OkStatus();
  });
}

}  // namespace nianbao::cli
