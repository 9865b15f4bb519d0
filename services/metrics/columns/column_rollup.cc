#include "services/metrics/columns/column_rollup.h"

#include <cstddef>

#include "services/core/expression.h"
#include "services/core/fixed_width.h"

namespace nianbao::metrics {
namespace {

using core::Wide;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::catalogue::v1::ROLLUP_SUM;

using Mask = std::vector<std::uint8_t>;

// Rows whose schools report the figure, as Rollup::IsReported says.
Mask Reported(const core::Catalogue& catalogue, const FigureKey& key,
              SeriesEngine& engine) {
  const auto& indicator = *catalogue.FindIndicator(key.indicator);
  const std::size_t rows = engine.table().rows();
  Mask mask(rows);
  if (indicator.rollup() == ROLLUP_SUM) {
    const FigureSeries& series = engine.Figures(key);
    for (std::size_t row = 0; row < rows; ++row) {
      mask[row] = (series.flags[row] & core::kBlankCell) == 0;
    }
    return mask;
  }
  const bool any_will_do = indicator.missing() == MISSING_POLICY_ZERO;
  mask.assign(rows, any_will_do ? 0 : 1);
  for (const auto& reference :
       catalogue.FormulaOf(key.indicator).references()) {
    const Mask next = Reported(
        catalogue, {reference.code, key.year - reference.years_back}, engine);
    for (std::size_t row = 0; row < rows; ++row) {
      mask[row] = any_will_do ? mask[row] | next[row] : mask[row] & next[row];
    }
  }
  return mask;
}

// The sum of the reported rows of a group. 2^63 rows of 64 bits fit.
core::Rational SumOf(const FigureSeries& series, const Mask& reported,
                     const std::vector<std::uint32_t>& rows) {
  Wide whole = 0;
  core::Rational rest = 0;
  for (const std::uint32_t row : rows) {
    if (reported[row] == 0 || series.IsBlank(row)) continue;
    if (series.flags[row] == 0 && series.value.DenominatorAt(row) == 1) {
      whole += series.value.n[row];
    } else {
      rest += *series.ValueAt(row);
    }
  }
  core::Rational sum(ToInteger(whole));
  if (series.scale != 0) sum *= core::PowerOfTen(-series.scale);
  if (rest != 0) sum += rest;
  return sum;
}

}  // namespace

std::vector<RollupSums> SumGroups(const Rollup& rollup, SeriesEngine& engine,
                                  const std::vector<SchoolGroup>& groups) {
  const Mask reported = Reported(
      rollup.catalogue(), {rollup.indicator().code(), rollup.year()}, engine);
  std::vector<RollupSums> sums(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::uint32_t row : groups[i].rows) {
      sums[i].reported += reported[row];
    }
    sums[i].missing =
        static_cast<int>(groups[i].rows.size()) - sums[i].reported;
    if (sums[i].reported == 0) continue;
    for (const FigureKey& key : rollup.summed()) {
      sums[i].sums[key] = SumOf(engine.Figures(key), reported, groups[i].rows);
    }
  }
  return sums;
}

}  // namespace nianbao::metrics
