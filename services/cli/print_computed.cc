#include "services/cli/print_computed.h"

#include "services/cli/text_table.h"
#include "services/cli/words.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::Attainment;
using nianbao::metrics::v1::ComputeIndicatorsResponse;

constexpr char kIndent[] = "  ";

std::string Heading(const PrintStyle& style, const char* zh, const char* en,
                    int count) {
  return style.paint(Ink::kStrong, In(style.language, zh, en)) + " (" +
         std::to_string(count) + ")\n";
}

std::string Figures(const ComputeIndicatorsResponse& computed,
                    const PrintStyle& style) {
  TextTable table({Align::kLeft, Align::kLeft, Align::kRight, Align::kLeft});
  for (const auto& fact : computed.facts()) {
    table.Add({fact.label(), fact.period(), fact.figure().value(),
               fact.figure().unit()});
  }
  return Heading(style, "计算指标", "Computed indicators",
                 computed.facts_size()) +
         table.Text(kIndent);
}

Ink InkOf(Attainment::State state) {
  switch (state) {
    case Attainment::STATE_ATTAINED:
      return Ink::kGood;
    case Attainment::STATE_MISSED:
      return Ink::kError;
    default:
      return Ink::kQuery;
  }
}

// Coloured words would spoil the widths of columns, so the state is first.
std::string Standards(const ComputeIndicatorsResponse& computed,
                      const PrintStyle& style) {
  std::string text =
      Heading(style, "办学标准", "Standards", computed.attainments_size());
  for (const auto& attainment : computed.attainments()) {
    text += kIndent +
            style.paint(InkOf(attainment.state()),
                        StateWord(style.language, attainment.state())) +
            kIndent + In(style.language, attainment.title());
    if (!attainment.value().empty()) {
      text += In(style.language, "：", ": ") + attainment.value();
    }
    text += "\n";
  }
  return text;
}

std::string Gaps(const ComputeIndicatorsResponse& computed,
                 const PrintStyle& style) {
  TextTable table({Align::kLeft, Align::kLeft, Align::kLeft});
  for (const auto& gap : computed.gaps()) {
    table.Add(
        {gap.indicator(), gap.period(), In(style.language, gap.reason())});
  }
  return Heading(style, "未能计算", "Not computed", computed.gaps_size()) +
         table.Text(kIndent);
}

}  // namespace

std::string ComputedText(const ComputeIndicatorsResponse& computed,
                         const PrintStyle& style) {
  std::string text = Figures(computed, style);
  if (computed.attainments_size() > 0) text += Standards(computed, style);
  if (computed.gaps_size() > 0) text += Gaps(computed, style);
  return text;
}

}  // namespace nianbao::cli
