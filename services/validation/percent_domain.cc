#include "services/validation/percent_domain.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr int kWhole = 100;

// Whether the label names a share of people or things that are counted.
bool IsShareOfWhole(const std::string& label) {
  return EndsWithAny(
      label,
      {"合格率",   "及格率",  "优秀率",     "良好率", "通过率", "就业率",
       "升学率",   "对口率",  "满意度",     "满意率", "毕业率", "巩固率",
       "录取率",   "持证率",  "取证率",     "参保率", "接种率", "近视率",
       "有效率",   "整改率",  "参与率",     "到课率", "住宿率", "占比",
       "双证率",   "获奖率",  "对口就业率", "结业率", "上线率", "生源比例",
       "学生比例", "教师比例"});
}

bool HasPercentSign(std::string_view text) {
  return HasAny(text, {"%", "％", "百分"});
}

// Whether the figure's print, its row or its column says that it is in per
// cent. A whole number under a mere 比例 may be a count in the wrong column.
bool IsPrintedInPercent(const ReportView& view, const Datum& datum) {
  if (datum.quantity.decimals > 0 ||
      HasPercentSign(datum.fact->figure().text())) {
    return true;
  }
  for (const Grid& grid : view.grids()) {
    for (int row = 0; row < grid.rows(); ++row) {
      for (int column = 0; column < grid.columns(); ++column) {
        if (grid.at(row, column).datum != &datum) continue;
        return HasPercentSign(grid.HeadOf(column)) ||
               HasPercentSign(grid.HeadOfRow(row));
      }
    }
  }
  return datum.fact->origin() != ORIGIN_TABLE;
}

// Whether a rule of the catalogue has looked at the figure's range.
bool IsJudged(const Datum& datum, const Checks& checks) {
  return std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
    return check.kind() == "domain" && check.operands_size() > 0 &&
           check.operands(0).fact() == datum.fact->id();
  });
}

// A whole number without a sign of per cent may be a count: the head is wrong.
Check AboveWhole(const Datum& datum, bool in_percent) {
  CheckMaker maker("domain");
  maker.Operand(datum, "share")
      .Verdict(in_percent ? VERDICT_CONTRADICTED : VERDICT_UNDECIDED)
      .Reported(Printed(datum), datum.quantity.rounded)
      .Computed("≤100%", Interval::Closed(0, kWhole))
      .Message(MessageId::kShareAboveWhole, {Named("share", datum)})
      .Instruction(MessageId::kShareInstruction);
  if (!in_percent) {
    maker.Severity(SEVERITY_QUERY).Reason(MessageId::kOrderReason, {});
  }
  return maker.Done();
}

}  // namespace

void FindPercentDomains(const ReportView& view, Checks& checks) {
  for (const Datum& datum : view.data().all()) {
    if (!IsPercent(datum) || datum.change || IsJudged(datum, checks) ||
        datum.fact->fact_class() != FACT_CLASS_OWN || datum.quantity.vague ||
        core::CanBeAtMost(datum.quantity.rounded, Interval::Point(kWhole)) ||
        !IsShareOfWhole(Compact(datum.fact->label()))) {
      continue;
    }
    checks.push_back(AboveWhole(datum, IsPrintedInPercent(view, datum)));
  }
}

}  // namespace nianbao::validation
