#include "services/core/quantity_column.h"

#include <algorithm>
#include <utility>

#include "services/core/fixed_width.h"

namespace nianbao::core {
namespace {

// Numbers of more digits are kept whole: products of two others must have a
// chance to fit.
constexpr std::int64_t kLargest = std::int64_t{1} << 56;

// Decimals that a column carries at most.
constexpr int kFinest = 15;

// `value` at another scale; nothing where it grows too large.
std::optional<std::int64_t> Rescaled(std::int64_t value, int from, int to) {
  const std::int64_t power = PowerOf10(to - from);
  const std::int64_t most = kLargest / power;
  if (value > most || value < -most) return std::nullopt;
  return value * power;
}

// The decimals that write `value` out; nothing where it has no end or is too
// fine.
std::optional<int> ScaleOf(const Rational& value) {
  Rational scaled = value;
  for (int scale = 0; scale <= kFinest; ++scale) {
    if (denominator(scaled) == 1) return scale;
    scaled *= 10;
  }
  return std::nullopt;
}

std::optional<std::int64_t> IntegerAt(const Rational& value, int scale) {
  const Rational scaled = value * PowerOfTen(scale);
  if (abs(scaled) > kLargest) return std::nullopt;
  return static_cast<std::int64_t>(numerator(scaled));
}

bool IsClosed(const Interval& i, const Rational& lower, const Rational& upper) {
  return i.lower.value && i.upper.value && !i.lower.open && !i.upper.open &&
         *i.lower.value == lower && *i.upper.value == upper;
}

// The quantity of a plain decimal.
Quantity PlainQuantity(const Rational& value, const Rational& half,
                       int decimals) {
  Quantity quantity;
  quantity.value = value;
  quantity.rounded = Interval::Closed(value - half, value + half);
  quantity.loose = Interval::Closed(value - half * 3, value + half * 3);
  quantity.decimals = decimals;
  return quantity;
}

// Half of what the last digit spans, where the quantity is a plain decimal.
std::optional<Rational> HalfOf(const Quantity& quantity) {
  const Bound& upper = quantity.rounded.upper;
  if (quantity.vague || !upper.value) return std::nullopt;
  const Rational& value = quantity.value;
  const Rational half = *upper.value - value;
  if (!IsClosed(quantity.rounded, value - half, value + half) ||
      !IsClosed(quantity.loose, value - half * 3, value + half * 3)) {
    return std::nullopt;
  }
  return half;
}

}  // namespace

std::optional<Quantity> QuantityColumn::At(std::size_t row) const {
  if ((flags_[row] & kBlankCell) != 0) return std::nullopt;
  if ((flags_[row] & kOddCell) != 0) return odd_.at(row);
  const Rational unit = PowerOfTen(-scale_);
  return PlainQuantity(unit * values_[row], unit * halves_[row],
                       decimals_[row]);
}

void QuantityColumnBuilder::AddDecimal(std::int64_t digits, int decimals,
                                       bool exact) {
  Cell cell{digits, 0, decimals, static_cast<std::uint8_t>(decimals), 0};
  if (exact) {
    while (cell.scale > 0 && cell.value % 10 == 0) {
      cell.value /= 10;
      --cell.scale;
    }
  }
  const auto finer =
      exact ? cell.value : Rescaled(digits, decimals, decimals + 1);
  const bool fits = finer && *finer <= kLargest && *finer >= -kLargest;
  if (!fits || decimals >= kFinest) {
    const Rational unit = PowerOfTen(-decimals);
    odd_.emplace(
        cells_.size(),
        PlainQuantity(unit * digits, exact ? Rational(0) : Rational(unit / 2),
                      decimals));
    cells_.push_back({0, 0, 0, cell.decimals, kOddCell});
    return;
  }
  if (!exact) {
    cell.value = *finer;
    cell.half = 5;
    cell.scale = decimals + 1;
  }
  cells_.push_back(cell);
}

void QuantityColumnBuilder::Add(const std::optional<Quantity>& quantity) {
  if (!quantity) return AddBlank();
  const auto half = HalfOf(*quantity);
  const auto scale = half ? ScaleOf(*half) : std::nullopt;
  const auto finest = scale ? ScaleOf(quantity->value) : std::nullopt;
  if (finest) {
    const int most = std::max(*scale, *finest);
    const auto value = IntegerAt(quantity->value, most);
    const auto width = IntegerAt(*half, most);
    const bool printable = quantity->decimals >= 0 && quantity->decimals < 256;
    if (value && width && printable) {
      cells_.push_back({*value, *width, most,
                        static_cast<std::uint8_t>(quantity->decimals), 0});
      return;
    }
  }
  odd_.emplace(cells_.size(), *quantity);
  cells_.push_back({0, 0, 0, 0, kOddCell});
}

void QuantityColumnBuilder::SetScale(QuantityColumn& column) {
  for (const Cell& cell : cells_) {
    column.scale_ = std::max(column.scale_, cell.scale);
  }
  for (std::size_t row = 0; row < cells_.size(); ++row) {
    const Cell& cell = cells_[row];
    const auto value = Rescaled(cell.value, cell.scale, column.scale_);
    const auto half = Rescaled(cell.half, cell.scale, column.scale_);
    if (value && half) {
      column.values_[row] = *value;
      column.halves_[row] = *half;
      column.flags_[row] = cell.flags;
      continue;
    }
    // Too large beside the finest number: kept whole.
    column.flags_[row] = kOddCell;
    const Rational unit = PowerOfTen(-cell.scale);
    odd_.emplace(
        row, PlainQuantity(unit * cell.value, unit * cell.half, cell.decimals));
  }
}

void QuantityColumnBuilder::Measure(QuantityColumn& column) const {
  const std::size_t rows = cells_.size();
  for (std::size_t begin = 0; begin < rows; begin += QuantityColumn::kBlock) {
    const std::size_t end = std::min(rows, begin + QuantityColumn::kBlock);
    std::int64_t largest = 0;
    bool exact = true;
    bool plain = true;
    for (std::size_t row = begin; row < end; ++row) {
      const std::int64_t value = column.values_[row];
      const std::int64_t half = column.halves_[row];
      largest = std::max(largest, (value < 0 ? -value : value) + half);
      exact = exact && half == 0;
      plain = plain && column.flags_[row] == 0;
    }
    column.largest_.push_back(largest);
    column.exact_.push_back(exact);
    column.plain_.push_back(plain);
  }
}

QuantityColumn QuantityColumnBuilder::Build() && {
  QuantityColumn column;
  const std::size_t rows = cells_.size();
  column.values_.resize(rows);
  column.halves_.resize(rows);
  column.flags_.resize(rows);
  column.decimals_.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    column.decimals_[row] = cells_[row].decimals;
  }
  SetScale(column);
  Measure(column);
  column.odd_ = std::move(odd_);
  return column;
}

}  // namespace nianbao::core
