#include "services/metrics/questions/school_total.h"

#include <utility>

#include "services/core/errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::catalogue::v1::ROLLUP_SUM;

core::Quantity Exactly(const core::Interval& interval) {
  core::Quantity quantity;
  quantity.value =
      interval.lower.value.value_or(interval.upper.value.value_or(0));
  quantity.rounded = quantity.loose = interval;
  return quantity;
}

}  // namespace

absl::StatusOr<SchoolTotal> SchoolTotal::Create(
    const core::Catalogue& catalogue, const FigureKey& key) {
  NIANBAO_ASSIGN_OR_RETURN(
      Rollup rollup,
      Rollup::Create(catalogue, *catalogue.FindIndicator(key.indicator),
                     key.year));
  return SchoolTotal(std::move(rollup), key);
}

bool SchoolTotal::IsReported(SchoolValues& school) const {
  RollupSums alone;
  rollup_.Add(school.graph(), alone);
  return alone.reported > 0;
}

void SchoolTotal::Add(SchoolValues& school, SchoolSums& sums) const {
  const int before = sums.sums.reported;
  rollup_.Add(school.graph(), sums.sums);
  if (sums.sums.reported == before) return;
  for (const FigureKey& key : rollup_.summed()) {
    const auto figure = school.Figure(key);
    const core::Interval interval =
        figure ? figure->rounded : core::Interval::Point(0);
    const auto [at, first] = sums.intervals.emplace(key, interval);
    if (!first) at->second = at->second + interval;
  }
}

std::optional<core::Rational> SchoolTotal::ValueOf(
    const FigureKey& key, const SchoolSums& sums) const {
  if (sums.sums.reported == 0) return std::nullopt;
  const auto& indicator = *rollup_.catalogue().FindIndicator(key.indicator);
  if (indicator.rollup() == ROLLUP_SUM) {
    const auto sum = sums.sums.sums.find(key);
    if (sum == sums.sums.sums.end()) return std::nullopt;
    return sum->second;
  }
  const core::Lookup lookup =
      [&](const core::Reference& reference) -> std::optional<core::Quantity> {
    const auto value = ValueOf(KeyOf(reference, key.year), sums);
    if (!value) return std::nullopt;
    return Exactly(core::Interval::Point(*value));
  };
  const auto value = rollup_.catalogue()
                         .FormulaOf(key.indicator)
                         .Evaluate(lookup, core::Reading::kPrinted,
                                   indicator.missing() == MISSING_POLICY_ZERO);
  if (!value) return std::nullopt;
  return *value->lower.value;
}

std::optional<core::Interval> SchoolTotal::IntervalOf(
    const FigureKey& key, const SchoolSums& sums) const {
  if (sums.sums.reported == 0) return std::nullopt;
  const auto& indicator = *rollup_.catalogue().FindIndicator(key.indicator);
  if (indicator.rollup() == ROLLUP_SUM) {
    const auto sum = sums.intervals.find(key);
    if (sum == sums.intervals.end()) return std::nullopt;
    return sum->second;
  }
  const core::Lookup lookup =
      [&](const core::Reference& reference) -> std::optional<core::Quantity> {
    const auto interval = IntervalOf(KeyOf(reference, key.year), sums);
    if (!interval) return std::nullopt;
    return Exactly(*interval);
  };
  return rollup_.catalogue()
      .FormulaOf(key.indicator)
      .Evaluate(lookup, core::Reading::kInterval,
                indicator.missing() == MISSING_POLICY_ZERO)
      .value_or(core::Interval::Everything());
}

}  // namespace nianbao::metrics
