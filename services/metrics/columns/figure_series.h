// Figures of an indicator in all rows of a table, ready for arithmetic.
#ifndef NIANBAO_SERVICES_METRICS_COLUMNS_FIGURE_SERIES_H_
#define NIANBAO_SERVICES_METRICS_COLUMNS_FIGURE_SERIES_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "services/core/fixed_width.h"
#include "services/core/quantity.h"
#include "services/core/quantity_column.h"

namespace nianbao::metrics {

// A whole number of 128 bits, to go on with at any size.
core::Integer ToInteger(core::Wide number);

// Fractions by row: n / d times a power of ten that all share. Denominators are
// positive; one where `d` is empty.
struct Fractions {
  std::vector<std::int64_t> n;
  std::vector<std::int64_t> d;

  std::int64_t DenominatorAt(std::size_t row) const {
    return d.empty() ? 1 : d[row];
  }
};

// In rows without flags the figure is `value`, and its true value lies from
// `low` to `high`, both included; all times ten to the power of -scale. Other
// rows are blank (core::kBlankCell) or stand whole in `odd` (core::kOddCell).
struct FigureSeries {
  int scale = 0;
  std::vector<std::uint8_t> flags;
  Fractions value;
  // Empty where bounds were not asked for, and where every value is exact.
  Fractions low;
  Fractions high;
  std::map<std::size_t, core::Quantity> odd;

  std::size_t rows() const { return flags.size(); }
  bool IsBlank(std::size_t row) const {
    return (flags[row] & core::kBlankCell) != 0;
  }
  bool IsOdd(std::size_t row) const {
    return (flags[row] & core::kOddCell) != 0;
  }
  bool HasBounds() const { return !low.n.empty(); }

  // The figure; nothing for a blank. `loose` is not known of rows in columns
  // and is the same as `rounded` there.
  std::optional<core::Rational> ValueAt(std::size_t row) const;
  std::optional<core::Quantity> At(std::size_t row) const;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COLUMNS_FIGURE_SERIES_H_
