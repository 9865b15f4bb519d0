// Figures in rising order.
#ifndef NIANBAO_SERVICES_METRICS_STATISTICS_ORDERED_FIGURES_H_
#define NIANBAO_SERVICES_METRICS_STATISTICS_ORDERED_FIGURES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "services/core/rational.h"
#include "services/metrics/columns/figure_series.h"
#include "services/metrics/statistics/rounded_text.h"

namespace nianbao::metrics {

// Numbers that rise with fractions: a larger key means a larger fraction, and
// equal keys mean equal ones where `exact`. Computed once for a series and used
// for many groups of its rows.
class FigureKeys {
 public:
  explicit FigureKeys(const FigureSeries& series);

  const FigureSeries& series() const { return series_; }

  // The key of a row without flags.
  std::uint64_t KeyOf(std::size_t row) const { return keys_[row]; }
  bool exact() const { return exact_; }

 private:
  const FigureSeries& series_;
  std::vector<std::uint64_t> keys_;
  bool exact_ = true;
};

// The figures of some rows; blanks are left out. Holds references to the series
// of the keys, which outlives it. Equal figures keep the order of their rows.
class OrderedFigures {
 public:
  OrderedFigures(const FigureKeys& keys,
                 const std::vector<std::uint32_t>& rows);

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }

  // The row with the figure at a place, from the least at zero, and the figure.
  std::uint32_t RowAt(std::size_t place) const { return rows_[place]; }
  core::Rational At(std::size_t place) const {
    return *series_.ValueAt(rows_[place]);
  }
  // The same in fixed width; nothing where it is kept as a fraction.
  std::optional<WideFraction> FractionAt(std::size_t place) const {
    const std::uint32_t row = rows_[place];
    if (series_.flags[row] != 0) return std::nullopt;
    return WideFraction{series_.value.n[row], series_.value.DenominatorAt(row),
                        series_.scale};
  }
  // Whether the figure at a place is the same as the one before.
  bool IsTie(std::size_t place) const { return ties_[place] != 0; }

  const FigureSeries& series() const { return series_; }

  // Places with figures below `bound`, and those not above it.
  std::size_t CountBelow(const core::Rational& bound) const;
  std::size_t CountAtMost(const core::Rational& bound) const;

 private:
  // A key and a place.
  using Keyed = std::pair<std::uint64_t, std::uint32_t>;

  void SortByKeys(const FigureKeys& keys);
  static void Sort(std::vector<Keyed>& keyed);
  // Puts equal keys in order by what they stand for.
  void SettleTies(const std::vector<Keyed>& sorted);
  void SortExactly();

  const FigureSeries& series_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint8_t> ties_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_STATISTICS_ORDERED_FIGURES_H_
