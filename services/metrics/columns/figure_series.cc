#include "services/metrics/columns/figure_series.h"

namespace nianbao::metrics {
namespace {

core::Rational FractionAt(const Fractions& fractions, std::size_t row,
                          int scale) {
  core::Rational value(fractions.n[row], fractions.DenominatorAt(row));
  if (scale != 0) value *= core::PowerOfTen(-scale);
  return value;
}

}  // namespace

core::Integer ToInteger(core::Wide number) {
  const bool negative = number < 0;
  __extension__ using Magnitude = unsigned __int128;
  const auto magnitude = negative ? -static_cast<Magnitude>(number)
                                  : static_cast<Magnitude>(number);
  core::Integer whole = static_cast<std::uint64_t>(magnitude >> 64);
  whole <<= 64;
  whole += static_cast<std::uint64_t>(magnitude);
  if (negative) whole = -whole;
  return whole;
}

std::optional<core::Rational> FigureSeries::ValueAt(std::size_t row) const {
  if (IsBlank(row)) return std::nullopt;
  if (IsOdd(row)) return odd.at(row).value;
  return FractionAt(value, row, scale);
}

std::optional<core::Quantity> FigureSeries::At(std::size_t row) const {
  if (IsBlank(row)) return std::nullopt;
  if (IsOdd(row)) return odd.at(row);
  core::Quantity quantity;
  quantity.value = FractionAt(value, row, scale);
  quantity.rounded = HasBounds()
                         ? core::Interval::Closed(FractionAt(low, row, scale),
                                                  FractionAt(high, row, scale))
                         : core::Interval::Point(quantity.value);
  quantity.loose = quantity.rounded;
  return quantity;
}

}  // namespace nianbao::metrics
