#include "services/report/check_tables.h"

#include <string>

#include "services/report/finding_notice.h"
#include "services/report/findings.h"
#include "services/report/table_builder.h"
#include "services/report/wording.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Table;
using nianbao::fact::v1::Fact;
using nianbao::metrics::v1::Attainment;
using nianbao::validation::v1::Check;
using nianbao::validation::v1::Coverage;

Run::Style StyleOf(Attainment::State state) {
  switch (state) {
    case Attainment::STATE_ATTAINED:
      return Run::STYLE_GOOD;
    case Attainment::STATE_MISSED:
      return Run::STYLE_ERROR;
    default:
      return Run::STYLE_MUTED;
  }
}

// The value as a figure where it is printed as its fact is.
RunList ValueOf(const Attainment& attainment, const FigureTable& figures) {
  if (attainment.value().empty()) return RunList().Muted("未填");
  for (const std::string& id : attainment.facts()) {
    const Fact* fact = figures.FindById(id);
    if (fact == nullptr) continue;
    if (fact->figure().text() == attainment.value() ||
        fact->figure().value() == attainment.value()) {
      return RunList().Figure(attainment.value(), id);
    }
  }
  return RunList().Text(attainment.value());
}

std::string ReferenceOf(const core::Catalogue& catalogue,
                        const Attainment& attainment) {
  const auto found = catalogue.standards().find(attainment.standard());
  const std::string sure = CertaintyWord(attainment.certainty());
  if (found == catalogue.standards().end()) return sure;
  return found->second->reference() + "（" + sure + "）";
}

// The title of what a ledger's line is about: a rule, a test or a kind.
std::string TitleOf(const core::Catalogue& catalogue, const std::string& code) {
  const auto* rule = catalogue.FindRule(code);
  if (rule != nullptr) return rule->title().zh();
  const auto test = catalogue.outlier_tests().find(code);
  return test == catalogue.outlier_tests().end() ? KindWord(code)
                                                 : test->second->title().zh();
}

RunList Number(int number) { return RunList().Text(std::to_string(number)); }

}  // namespace

Table StandardsTable(const core::Catalogue& catalogue, const Material& material,
                     const FigureTable& figures) {
  TableBuilder table("办学标准对照",
                     {"标准", "学校数值", "结果", "依据及可靠程度"});
  for (const Attainment& attainment : material.computed.attainments()) {
    table.AddRow(
        {RunList().Text(attainment.title().zh()), ValueOf(attainment, figures),
         RunList().Styled(StateWord(attainment.state()),
                          StyleOf(attainment.state())),
         RunList().Muted(ReferenceOf(catalogue, attainment))},
        0);
  }
  return table.table();
}

Table CoverageTable(const Coverage& coverage) {
  TableBuilder table("核对了什么", {"关系", "已判定", "无法判定"});
  for (const auto& entry : coverage.stated()) {
    if (entry.has_skipped()) continue;
    table.AddRow({RunList().Text(KindWord(entry.code())), Number(entry.ran()),
                  Number(entry.undecided())},
                 0);
  }
  int ran = 0;
  int undecided = 0;
  for (const auto& entry : coverage.rules()) {
    ran += entry.ran();
    undecided += entry.undecided();
  }
  table.AddRow(
      {RunList().Text("指标规则（" + std::to_string(coverage.rules_size()) +
                      " 条规则）"),
       Number(ran), Number(undecided)},
      0);
  return table.table();
}

Table SkippedTable(const core::Catalogue& catalogue, const Coverage& coverage) {
  TableBuilder table("没有用上的规则", {"规则", "原因"});
  for (const auto* entries : {&coverage.stated(), &coverage.rules()}) {
    for (const auto& entry : *entries) {
      if (!entry.has_skipped()) continue;
      table.AddRow({RunList().Text(TitleOf(catalogue, entry.code())),
                    RunList().Text(entry.skipped().zh())},
                   0);
    }
  }
  return table.table();
}

Table UndecidedTable(const core::Catalogue& catalogue,
                     const std::vector<const Check*>& undecided,
                     const FigureTable& figures) {
  TableBuilder table("无法判定的关系", {"位置", "关系", "涉及的数", "原因"});
  for (const Check* check : undecided) {
    const auto place = PlaceOf(*check);
    table.AddRow(
        {RunList().Link(PlaceWord(place), place),
         RunList().Text(RelationTitle(catalogue, *check)),
         OperandLine(*check, figures), RunList().Text(check->reason().zh())},
        -1);
  }
  return table.table();
}

}  // namespace nianbao::report
