#include "services/metrics/rollup.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/expression.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::catalogue::v1::ROLLUP_FORMULA;
using nianbao::catalogue::v1::ROLLUP_SUM;
using nianbao::metrics::v1::QueryAggregatesResponse;

FigureKey KeyOf(const core::Reference& reference, int year) {
  return {reference.code, year - reference.years_back};
}

core::Quantity Exactly(const core::Rational& value) {
  core::Quantity quantity;
  quantity.value = value;
  quantity.rounded = quantity.loose = core::Interval::Point(value);
  return quantity;
}

}  // namespace

absl::StatusOr<Rollup> Rollup::Create(const core::Catalogue& catalogue,
                                      const Indicator& indicator, int year) {
  Rollup rollup(catalogue, indicator, year);
  NIANBAO_RETURN_IF_ERROR(rollup.CollectSummed({indicator.code(), year}));
  return rollup;
}

absl::Status Rollup::CollectSummed(const FigureKey& key) {
  const Indicator& indicator = *catalogue_.FindIndicator(key.indicator);
  if (indicator.rollup() == ROLLUP_SUM) {
    summed_.insert(key);
    return absl::OkStatus();
  }
  if (indicator.rollup() != ROLLUP_FORMULA || indicator.formula().empty()) {
    const std::string because =
        key.indicator == indicator_.code()
            ? "it has no rollup"
            : absl::StrCat("its formula uses \"", key.indicator,
                           "\", which has no rollup");
    return NoRollup(indicator_.code(), because);
  }
  const core::Expression& formula = catalogue_.FormulaOf(key.indicator);
  for (const core::Reference& reference : formula.references()) {
    if (reference.each) {
      return NoRollup(indicator_.code(),
                      absl::StrCat("its formula uses each part of \"",
                                   reference.code, "\""));
    }
    NIANBAO_RETURN_IF_ERROR(CollectSummed(KeyOf(reference, key.year)));
  }
  return absl::OkStatus();
}

void Rollup::Add(IndicatorGraph& school, RollupSums& group) const {
  if (!IsReported({indicator_.code(), year_}, school)) {
    ++group.missing;
    return;
  }
  ++group.reported;
  for (const FigureKey& key : summed_) {
    const auto figure = school.Figure(key);
    group.sums[key] += figure ? figure->value : core::Rational(0);
  }
}

bool Rollup::IsReported(const FigureKey& key, IndicatorGraph& school) const {
  const Indicator& indicator = *catalogue_.FindIndicator(key.indicator);
  if (indicator.rollup() == ROLLUP_SUM) return school.Figure(key).has_value();
  // Not whether the school's own formula can be computed: a school with a
  // divisor of zero belongs in the sums all the same.
  const bool any_will_do = indicator.missing() == MISSING_POLICY_ZERO;
  const core::Expression& formula = catalogue_.FormulaOf(key.indicator);
  for (const core::Reference& reference : formula.references()) {
    if (IsReported(KeyOf(reference, key.year), school) == any_will_do) {
      return any_will_do;
    }
  }
  return !any_will_do;
}

std::optional<core::Rational> Rollup::ValueOf(const FigureKey& key,
                                              const RollupSums& group) const {
  const Indicator& indicator = *catalogue_.FindIndicator(key.indicator);
  if (indicator.rollup() == ROLLUP_SUM) {
    const auto sum = group.sums.find(key);
    if (sum == group.sums.end()) return std::nullopt;
    return sum->second;
  }
  const core::Lookup lookup =
      [&](const core::Reference& reference) -> std::optional<core::Quantity> {
    const auto value = ValueOf(KeyOf(reference, key.year), group);
    if (!value) return std::nullopt;
    return Exactly(*value);
  };
  const auto value = catalogue_.FormulaOf(key.indicator)
                         .Evaluate(lookup, core::Reading::kPrinted,
                                   indicator.missing() == MISSING_POLICY_ZERO);
  if (!value) return std::nullopt;
  return *value->lower.value;
}

QueryAggregatesResponse::Aggregate Rollup::Result(
    const RollupSums& group) const {
  QueryAggregatesResponse::Aggregate aggregate;
  aggregate.set_indicator(indicator_.code());
  aggregate.set_unit(indicator_.unit());
  aggregate.set_reported(group.reported);
  aggregate.set_missing(group.missing);
  if (group.reported == 0) return aggregate;
  if (const auto value = ValueOf({indicator_.code(), year_}, group)) {
    aggregate.set_value(
        core::Decimal::Round(*value, indicator_.decimals()).ToString());
  }
  return aggregate;
}

}  // namespace nianbao::metrics
