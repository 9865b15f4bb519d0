#include "services/report/finding_notice.h"

#include <algorithm>
#include <string>

#include "services/report/findings.h"
#include "services/report/wording.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Notice;
using nianbao::document::v1::Paragraph;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::Check;

Notice::Kind KindOf(const Check& check) {
  switch (check.severity()) {
    case nianbao::catalogue::v1::SEVERITY_ERROR:
      return Notice::KIND_ERROR;
    case nianbao::catalogue::v1::SEVERITY_QUERY:
      return Notice::KIND_QUERY;
    default:
      return Notice::KIND_NOTE;
  }
}

void AddLine(Notice& notice, const RunList& line,
             Paragraph::Role role = Paragraph::ROLE_UNSPECIFIED) {
  if (!line.empty()) *notice.add_lines() = ParagraphOf(line, role);
}

void AddLabelled(Notice& notice, const std::string& label,
                 const std::string& text) {
  if (text.empty()) return;
  AddLine(notice, RunList().Strong(label).Text(text));
}

RunList TitleOf(const core::Catalogue& catalogue, const Check& check,
                int number) {
  const auto place = PlaceOf(check);
  return RunList()
      .Strong(SeverityWord(check.severity()) + " " + std::to_string(number))
      .Text(" · ")
      .Link(PlaceWord(place), place)
      .Text(" · ")
      .Text(FindingTitle(catalogue, check));
}

// Both sides of the relation in one line; empty where the message has them.
RunList SidesOf(const Check& check) {
  RunList line;
  if (check.reported().empty() || check.computed().empty()) return line;
  if (check.message().zh().find(check.computed()) != std::string::npos) {
    return line;
  }
  return line.Strong("报告写：")
      .Text(check.reported())
      .Text("　")
      .Strong("算得：")
      .Text(check.computed());
}

// `here` is the line that the reader knows already.
void AddOperand(const Check::Operand& operand, const FigureTable& figures,
                int here, RunList& line) {
  if (!line.empty()) line.Text("；");
  if (!operand.label().empty()) line.Text(operand.label() + " ");
  const Fact* fact = figures.FindById(operand.fact());
  if (fact != nullptr) {
    line.Figure(fact->figure().text(), fact->id());
  } else {
    line.Text(operand.text());
  }
  const bool known = operand.place().line() == here;
  if (!known && (operand.place().line() > 0 || operand.place().page() > 0)) {
    line.Muted("（" + PlaceWord(operand.place()) + "）");
  }
}

void AddHint(const std::string& hint, Notice& notice) {
  AddLine(notice, RunList().Strong("可能：").Text(hint),
          Paragraph::ROLE_LIST_ITEM);
}

void AddHints(const core::FindingGroup& finding, Notice& notice) {
  for (const auto& hint : finding.finding.hints()) {
    AddHint(hint.message().zh(), notice);
  }
  // Checks that came without their finding still have its sentences.
  if (!finding.finding.hints().empty()) return;
  for (const auto& hint : finding.head->hints()) AddHint(hint.zh(), notice);
}

// What else does not fit for the same reason, with both sides.
void AddConsequences(const core::Catalogue& catalogue,
                     const core::FindingGroup& finding, Notice& notice) {
  if (finding.consequences.empty()) return;
  AddLine(notice, RunList().Strong("由此不符的还有 " +
                                   std::to_string(finding.consequences.size()) +
                                   " 处："));
  for (const Check* check : finding.consequences) {
    const auto place = PlaceOf(*check);
    RunList line;
    line.Link(PlaceWord(place), place)
        .Text(" · ")
        .Text(FindingTitle(catalogue, *check));
    if (!check->reported().empty() && !check->computed().empty()) {
      line.Text("，报告写 " + check->reported() + "，算得 " +
                check->computed());
    }
    AddLine(notice, line, Paragraph::ROLE_LIST_ITEM);
  }
}

}  // namespace

RunList OperandLine(const Check& check, const FigureTable& figures) {
  const int here = PlaceOf(check).line();
  RunList line;
  for (const auto& operand : check.operands()) {
    if (operand.text().empty() && operand.fact().empty()) continue;
    AddOperand(operand, figures, here, line);
  }
  return line;
}

Notice FindingNotice(const core::Catalogue& catalogue,
                     const core::FindingGroup& finding,
                     const FigureTable& figures, const RunList& quote,
                     int number) {
  const Check& check = *finding.head;
  Notice notice;
  notice.set_kind(KindOf(check));
  notice.set_finding(finding.finding.id());
  *notice.mutable_title() = TitleOf(catalogue, check, number).runs();
  AddLine(notice, quote, Paragraph::ROLE_QUOTE);
  AddLine(notice, RunList().Text(check.message().zh()));
  AddLine(notice, SidesOf(check));
  const RunList operands = OperandLine(check, figures);
  if (!operands.empty()) {
    AddLine(notice, RunList().Strong("涉及的数：").Append(operands.runs()));
  }
  AddLabelled(notice, "说明：", check.reason().zh());
  AddHints(finding, notice);
  AddLabelled(notice, "怎么办：", check.instruction().zh());
  AddConsequences(catalogue, finding, notice);
  return notice;
}

}  // namespace nianbao::report
