#include "services/metrics/gap.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/fact_table.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Text;

// Parts of a reason, in both languages.
struct Words {
  std::vector<std::string> zh;
  std::vector<std::string> en;
};

void AddBlank(const Indicator& input, int year, Words& blanks) {
  blanks.zh.push_back(
      absl::StrCat(input.title().zh(), "（", core::PeriodOfYear(year), "）"));
  blanks.en.push_back(
      absl::StrCat("\"", input.title().en(), "\" (", year, ")"));
}

void AddUnusable(const Indicator& input, int year, const std::string& text,
                 Words& unusable) {
  unusable.zh.push_back(absl::StrCat(input.title().zh(), "（",
                                     core::PeriodOfYear(year), "，写作“", text,
                                     "”，应以“", input.unit(), "”计）"));
  unusable.en.push_back(absl::StrCat("\"", input.title().en(), "\" (", year,
                                     ", printed \"", text, "\", expected in \"",
                                     input.unit(), "\")"));
}

Text ReasonOf(const Words& blanks, const Words& unusable) {
  std::vector<std::string> zh;
  std::vector<std::string> en;
  if (!blanks.zh.empty()) {
    zh.push_back(absl::StrCat("缺少数据：", absl::StrJoin(blanks.zh, "、")));
    en.push_back(absl::StrCat("blank: ", absl::StrJoin(blanks.en, ", ")));
  }
  if (!unusable.zh.empty()) {
    zh.push_back(
        absl::StrCat("数据无法使用：", absl::StrJoin(unusable.zh, "、")));
    en.push_back(
        absl::StrCat("not usable: ", absl::StrJoin(unusable.en, ", ")));
  }
  if (zh.empty()) {
    zh.push_back("除数为零");
    en.push_back("the divisor is zero");
  }
  Text reason;
  reason.set_zh(absl::StrJoin(zh, "；"));
  reason.set_en(absl::StrJoin(en, "; "));
  return reason;
}

bool IsPresent(const Operand& operand) { return operand.quantity.has_value(); }

}  // namespace

nianbao::metrics::v1::Gap MakeGap(const core::Catalogue& catalogue,
                                  const PrintedFigures& printed,
                                  const Indicator& indicator, int year,
                                  const Derived& derived) {
  const bool blanks_count_as_zero =
      indicator.missing() == nianbao::catalogue::v1::MISSING_POLICY_ZERO &&
      std::any_of(derived.operands.begin(), derived.operands.end(), IsPresent);
  Words blanks;
  Words unusable;
  for (const Operand& operand : derived.operands) {
    if (operand.quantity || blanks_count_as_zero) continue;
    const Indicator* input = catalogue.FindIndicator(operand.key.indicator);
    const auto figure = printed.Find(operand.key.indicator, operand.key.year);
    if (figure.fact != nullptr && !figure.quantity) {
      AddUnusable(*input, operand.key.year, figure.fact->figure().text(),
                  unusable);
    } else {
      AddBlank(*input, operand.key.year, blanks);
    }
  }
  nianbao::metrics::v1::Gap gap;
  gap.set_indicator(indicator.code());
  gap.set_period(core::PeriodOfYear(year));
  *gap.mutable_reason() = ReasonOf(blanks, unusable);
  return gap;
}

}  // namespace nianbao::metrics
