#include "services/cli/print_explanation.h"

#include "services/cli/explanation_words.h"
#include "services/cli/text_table.h"

namespace nianbao::cli {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Interval;
using nianbao::intake::v1::Explanation;
using Reading = nianbao::intake::v1::NumberReading;

std::string PlaceLine(const Explanation& explanation, const PrintStyle& style) {
  const std::string line = std::to_string(explanation.line());
  std::string place = explanation.line() == 0
                          ? ""
                          : In(style.language, "第 ", "Line ") + line +
                                In(style.language, " 行 · ", " · ");
  return style.paint(Ink::kStrong, place + explanation.block()) + "\n";
}

std::string IntervalText(const Interval& interval, Language language) {
  const std::string& lower = interval.lower();
  const std::string& upper = interval.upper();
  if (!lower.empty() && lower == upper) {
    return In(language, "恰为 ", "exactly ") + lower;
  }
  std::string text = lower.empty() || interval.lower_open() ? "(" : "[";
  text += (lower.empty() ? "-∞" : lower) + ", ";
  text += upper.empty() ? "∞" : upper;
  return text + (upper.empty() || interval.upper_open() ? ")" : "]");
}

std::string DimensionsText(const Fact& fact) {
  std::string text;
  for (const auto& dimension : fact.dimensions()) {
    text += " · " + dimension.name() + "=" + dimension.value();
  }
  return text;
}

// What the number became: "f12 在校生数 = 2156 人（2024年）".
std::string Outcome(const Reading& number, const PrintStyle& style) {
  const Fact& fact = number.fact();
  if (fact.id().empty()) {
    return style.paint(Ink::kMuted, In(style.language, "不作数据", "no fact"));
  }
  std::string text =
      fact.id() + " " + fact.label() + " = " + fact.figure().value();
  if (!fact.figure().unit().empty()) text += " " + fact.figure().unit();
  text += In(style.language, "（", " (") + fact.period() +
          In(style.language, "）", ")");
  return style.paint(Ink::kGood, text) + DimensionsText(fact);
}

std::string CandidateText(const Reading::Candidate& candidate,
                          const PrintStyle& style) {
  const bool taken = candidate.refusal() == Reading::REFUSAL_UNSPECIFIED;
  std::string text = candidate.code() + " " + candidate.title();
  if (candidate.wording() != candidate.title()) {
    text += In(style.language, "（写作“", " (as \"") + candidate.wording() +
            In(style.language, "”）", "\")");
  }
  const bool points = candidate.refusal() != Reading::REFUSAL_UNIT &&
                      candidate.refusal() != Reading::REFUSAL_PERIOD;
  if (points) {
    const bool words = candidate.refusal() == Reading::REFUSAL_WORDS;
    text += In(style.language, words ? "，相近 " : "，得 ",
               words ? ", alike " : ", ") +
            std::to_string(candidate.score()) +
            In(style.language, words ? "%" : " 分", words ? "%" : " points");
  }
  text += In(style.language, "：", ": ") +
          RefusalWord(style.language, candidate.refusal());
  return style.paint(taken ? Ink::kGood : Ink::kMuted, text);
}

std::string NumberText(const Reading& number, const PrintStyle& style) {
  const Language language = style.language;
  TextTable table({Align::kLeft, Align::kLeft});
  std::string kind = NumberWord(language, number.kind());
  if (number.has_interval()) {
    kind += In(language, "，真值 ", ", true value ") +
            IntervalText(number.interval(), language);
  }
  table.Add({In(language, "是", "is"), kind});
  if (number.kind() == Reading::KIND_FIGURE) {
    table.Add({In(language, "归属", "whose"),
               ClassWord(language, number.fact().fact_class())});
  }
  for (const auto& step : number.steps()) {
    table.Add({DecisionWord(language, step.decision()),
               step.words() + In(language, "（", " (") +
                   SourceWord(language, step.source()) +
                   In(language, "）", ")")});
  }
  for (const auto& candidate : number.candidates()) {
    table.Add(
        {In(language, "指标", "concept"), CandidateText(candidate, style)});
  }
  const bool unlinked = !number.fact().id().empty() &&
                        number.fact().concept_code().empty() &&
                        number.candidates().empty();
  if (unlinked) {
    table.Add({In(language, "指标", "concept"),
               In(language, "没有相近的名称", "nothing like it")});
  }
  return "  " + style.paint(Ink::kStrong, number.text()) + " → " +
         Outcome(number, style) + "\n" + table.Text("      ");
}

std::string ClausesText(const Explanation& explanation,
                        const PrintStyle& style) {
  if (explanation.clauses_size() < 2) return "";
  std::string text = In(style.language, "分句：", "Clauses: ");
  for (int i = 0; i < explanation.clauses_size(); ++i) {
    if (i > 0) text += " | ";
    text += explanation.clauses(i);
  }
  return style.paint(Ink::kMuted, text) + "\n";
}

}  // namespace

std::string ExplanationText(const Explanation& explanation,
                            const PrintStyle& style) {
  std::string text = PlaceLine(explanation, style) + explanation.text() + "\n" +
                     ClausesText(explanation, style);
  if (explanation.numbers().empty()) {
    text += UnreadWord(style.language, explanation.unread()) + "\n";
  }
  for (const auto& number : explanation.numbers()) {
    text += NumberText(number, style);
  }
  return text;
}

}  // namespace nianbao::cli
