#include "absl/strings/str_cat.h"
#include "services/cli/question_calls.h"
#include "services/cli/question_parts.h"
#include "services/cli/words.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::ExplainValueRequest;
using nianbao::metrics::v1::ValueNode;

// What a figure comes from, behind its value.
std::string SourceOf(const ValueNode& node, const Terminal& terminal) {
  if (!node.formula().empty()) return " = " + node.formula();
  if (!node.fact().empty()) {
    std::string text = absl::StrCat(
        terminal.In("，印作“", ", printed \""), node.printed(),
        terminal.In("”", "\""), " [", node.submission(), " ", node.fact(), "]");
    if (node.has_place()) {
      absl::StrAppend(&text, " ", PlaceWord(terminal.language(), node.place()));
    }
    return text;
  }
  if (node.school().empty() && node.reported() + node.missing() > 0) {
    return absl::StrCat(terminal.In("，", ", sum of "), node.reported(),
                        terminal.In(" 所学校之和，缺 ", " schools, missing "),
                        node.missing());
  }
  return "";
}

void PrintNode(const ValueNode& node, const std::string& indent,
               const Terminal& terminal) {
  std::string line = indent;
  if (!node.school().empty()) absl::StrAppend(&line, node.school(), " ");
  absl::StrAppend(&line, In(terminal.language(), node.title()), " (",
                  node.period(), ") ", Shown(node.value()));
  if (!node.value().empty()) absl::StrAppend(&line, " ", node.unit());
  if (node.has_interval() &&
      node.interval().lower() != node.interval().upper()) {
    absl::StrAppend(
        &line, " ∈ ", node.interval().lower_open() ? "(" : "[",
        node.interval().lower().empty() ? "−∞" : node.interval().lower(), ", ",
        node.interval().upper().empty() ? "∞" : node.interval().upper(),
        node.interval().upper_open() ? ")" : "]");
  }
  terminal.Print(absl::StrCat(line, SourceOf(node, terminal), "\n"));
  for (const ValueNode& input : node.inputs()) {
    PrintNode(input, indent + "  ", terminal);
  }
}

}  // namespace

int RunExplainValue(const ExplainValueOptions& options,
                    const Terminal& terminal) {
  return RunQuestion(options, terminal, [&](Session& session) -> absl::Status {
    ExplainValueRequest request;
    request.set_edition(options.edition);
    request.set_indicator(options.indicator);
    *request.mutable_filter() = FilterOf(options);
    request.set_max_schools(options.max_schools);
    request.set_min_revision(options.min_revision);
    NIANBAO_ASSIGN_OR_RETURN(const auto answer, Ask(request, session));
    if (options.jsonl) {
      terminal.Print(JsonLine(answer.value()));
      return absl::OkStatus();
    }
    PrintNode(answer.value(), "", terminal);
    SayRevision(answer.revision(), terminal);
    return absl::OkStatus();
  });
}

}  // namespace nianbao::cli
