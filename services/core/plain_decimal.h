// Figures printed as decimals, as integers of fixed width.
#ifndef NIANBAO_SERVICES_CORE_PLAIN_DECIMAL_H_
#define NIANBAO_SERVICES_CORE_PLAIN_DECIMAL_H_

#include <cstdint>
#include <optional>

#include "services/core/quantity.h"

namespace nianbao::core {

// A figure without hedge: value and half of what its last digit spans, zero
// where it is exact, both times ten to the power of -scale. It stands for
// [value - half, value + half] as `Quantity::rounded` does.
struct PlainDecimal {
  // Numbers of more digits are no plain ones: products of two others must have
  // a chance to fit.
  static constexpr std::int64_t kLargest = std::int64_t{1} << 56;
  // Decimals that a scale has at most.
  static constexpr int kFinest = 15;

  std::int64_t value = 0;
  std::int64_t half = 0;
  int scale = 0;
  // Digits behind the printed point.
  int decimals = 0;

  friend bool operator==(const PlainDecimal&, const PlainDecimal&) = default;
};

// `value` brought from one scale to a finer one; nothing where it grows too
// large.
std::optional<std::int64_t> Rescaled(std::int64_t value, int from, int to);

// A figure printed as `digits` with `decimals` of them behind the point; an
// exact count or rounded. Nothing where it is too large or too fine.
std::optional<PlainDecimal> PlainDecimalOf(std::int64_t digits, int decimals,
                                           bool exact);

// The quantity as a plain decimal where it is one.
std::optional<PlainDecimal> PlainDecimalOf(const Quantity& quantity);

// The quantity of a plain decimal, without a unit.
Quantity PlainQuantity(const Rational& value, const Rational& half,
                       int decimals);
Quantity ToQuantity(const PlainDecimal& decimal);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PLAIN_DECIMAL_H_
