#include "services/metrics/columns/column_rollup.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "services/core/decimal.h"
#include "services/core/expression.h"
#include "services/core/fixed_width.h"
#include "services/metrics/columns/series_formula.h"
#include "services/metrics/statistics/rounded_text.h"

namespace nianbao::metrics {
namespace {

using core::Wide;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::catalogue::v1::ROLLUP_SUM;

using Aggregate = nianbao::metrics::v1::QueryAggregatesResponse::Aggregate;
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

// The sum of the reported rows of a group: of whole numbers, of which 2^63 fit,
// and of all others.
struct Sum {
  Wide whole = 0;
  core::Rational rest = 0;
};

Sum SumOf(const FigureSeries& series, const Mask& reported,
          const std::vector<std::uint32_t>& rows) {
  Sum sum;
  for (const std::uint32_t row : rows) {
    if (reported[row] == 0 || series.IsBlank(row)) continue;
    if (series.flags[row] == 0 && series.value.DenominatorAt(row) == 1) {
      sum.whole += series.value.n[row];
    } else {
      sum.rest += *series.ValueAt(row);
    }
  }
  return sum;
}

core::Rational Total(const Sum& sum, int scale) {
  core::Rational total(ToInteger(sum.whole));
  if (scale != 0) total *= core::PowerOfTen(-scale);
  if (sum.rest != 0) total += sum.rest;
  return total;
}

core::Quantity Exactly(core::Rational value) {
  core::Quantity quantity;
  quantity.rounded = quantity.loose = core::Interval::Point(value);
  quantity.value = std::move(value);
  return quantity;
}

// The sums of an indicator that is summed, a row for each group.
FigureSeries SumSeries(const FigureSeries& series, const Mask& reported,
                       const std::vector<SchoolGroup>& groups,
                       const std::vector<int>& counts) {
  FigureSeries sums;
  sums.scale = series.scale;
  sums.flags.assign(groups.size(), core::kBlankCell);
  sums.value.n.assign(groups.size(), 0);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (counts[i] == 0) continue;
    const Sum sum = SumOf(series, reported, groups[i].rows);
    const auto fixed = static_cast<std::int64_t>(sum.whole);
    if (sum.rest == 0 && fixed == sum.whole) {
      sums.flags[i] = 0;
      sums.value.n[i] = fixed;
    } else {
      sums.flags[i] = core::kOddCell;
      sums.odd[i] = Exactly(Total(sum, series.scale));
    }
  }
  return sums;
}

// Totals of groups by what they are of, each made once.
class GroupTotals {
 public:
  GroupTotals(SeriesEngine& engine, const std::vector<SchoolGroup>& groups,
              const Mask& reported, const std::vector<int>& counts)
      : engine_(engine),
        groups_(groups),
        reported_(reported),
        counts_(counts) {}

  const FigureSeries& Of(const FigureKey& key) {
    const auto found = known_.find(key);
    if (found != known_.end()) return *found->second;
    auto series = std::make_unique<const FigureSeries>(Make(key));
    return *known_.emplace(key, std::move(series)).first->second;
  }

 private:
  FigureSeries Make(const FigureKey& key) {
    const core::Catalogue& catalogue = engine_.snapshot().catalogue();
    const auto& indicator = *catalogue.FindIndicator(key.indicator);
    if (indicator.rollup() == ROLLUP_SUM) {
      return SumSeries(engine_.Figures(key), reported_, groups_, counts_);
    }
    const core::Expression& formula = catalogue.FormulaOf(key.indicator);
    std::vector<const FigureSeries*> operands;
    for (const core::Reference& reference : formula.references()) {
      operands.push_back(
          &Of({reference.code, key.year - reference.years_back}));
    }
    const bool zero = indicator.missing() == MISSING_POLICY_ZERO;
    FigureSeries totals =
        SeriesFormula(formula, operands, zero, /*bounds=*/false)
            .Evaluate(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (totals.IsOdd(i)) SetExactly(formula, operands, zero, i, totals);
    }
    return totals;
  }

  static void SetExactly(const core::Expression& formula,
                         const std::vector<const FigureSeries*>& operands,
                         bool zero, std::size_t row, FigureSeries& totals) {
    const auto& references = formula.references();
    const core::Lookup lookup = [&](const core::Reference& reference) {
      const auto at =
          std::find(references.begin(), references.end(), reference);
      return operands[static_cast<std::size_t>(at - references.begin())]->At(
          row);
    };
    const auto value = formula.Evaluate(lookup, core::Reading::kPrinted, zero);
    totals.flags[row] = value ? core::kOddCell : core::kBlankCell;
    if (value) totals.odd[row] = Exactly(*value->lower.value);
  }

  SeriesEngine& engine_;
  const std::vector<SchoolGroup>& groups_;
  const Mask& reported_;
  const std::vector<int>& counts_;
  std::map<FigureKey, std::unique_ptr<const FigureSeries>> known_;
};

Mask ReportedBy(const Rollup& rollup, SeriesEngine& engine) {
  return Reported(rollup.catalogue(),
                  {rollup.indicator().code(), rollup.year()}, engine);
}

int CountReported(const Mask& reported, const SchoolGroup& group) {
  int count = 0;
  for (const std::uint32_t row : group.rows) count += reported[row];
  return count;
}

std::string TextAt(const FigureSeries& values, std::size_t row, int decimals) {
  if (values.IsOdd(row)) {
    return core::Decimal::Round(values.odd.at(row).value, decimals).ToString();
  }
  return RoundedText(
      {values.value.n[row], values.value.DenominatorAt(row), values.scale},
      decimals);
}

}  // namespace

std::vector<RollupSums> SumGroups(const Rollup& rollup, SeriesEngine& engine,
                                  const std::vector<SchoolGroup>& groups) {
  const Mask reported = ReportedBy(rollup, engine);
  std::vector<RollupSums> sums(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    sums[i].reported = CountReported(reported, groups[i]);
    sums[i].missing =
        static_cast<int>(groups[i].rows.size()) - sums[i].reported;
    if (sums[i].reported == 0) continue;
    for (const FigureKey& key : rollup.summed()) {
      const FigureSeries& series = engine.Figures(key);
      sums[i].sums[key] =
          Total(SumOf(series, reported, groups[i].rows), series.scale);
    }
  }
  return sums;
}

std::vector<Aggregate> RollUpGroups(const Rollup& rollup, SeriesEngine& engine,
                                    const std::vector<SchoolGroup>& groups) {
  const nianbao::catalogue::v1::Indicator& indicator = rollup.indicator();
  const Mask reported = ReportedBy(rollup, engine);
  std::vector<int> counts;
  counts.reserve(groups.size());
  for (const SchoolGroup& group : groups) {
    counts.push_back(CountReported(reported, group));
  }
  GroupTotals totals(engine, groups, reported, counts);
  const FigureSeries& values = totals.Of({indicator.code(), rollup.year()});
  std::vector<Aggregate> aggregates(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Aggregate& aggregate = aggregates[i];
    aggregate.set_indicator(indicator.code());
    aggregate.set_unit(indicator.unit());
    aggregate.set_reported(counts[i]);
    aggregate.set_missing(static_cast<int>(groups[i].rows.size()) - counts[i]);
    if (counts[i] == 0 || values.IsBlank(i)) continue;
    aggregate.set_value(TextAt(values, i, indicator.decimals()));
  }
  return aggregates;
}

}  // namespace nianbao::metrics
