#include "services/core/plain_decimal.h"

#include <algorithm>

#include "services/core/fixed_width.h"

namespace nianbao::core {
namespace {

constexpr std::int64_t kLargest = PlainDecimal::kLargest;
constexpr int kFinest = PlainDecimal::kFinest;

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

std::optional<std::int64_t> Rescaled(std::int64_t value, int from, int to) {
  const std::int64_t power = PowerOf10(to - from);
  const std::int64_t most = kLargest / power;
  if (value > most || value < -most) return std::nullopt;
  return value * power;
}

std::optional<PlainDecimal> PlainDecimalOf(std::int64_t digits, int decimals,
                                           bool exact) {
  PlainDecimal plain{digits, 0, decimals, decimals};
  if (exact) {
    while (plain.scale > 0 && plain.value % 10 == 0) {
      plain.value /= 10;
      --plain.scale;
    }
  }
  const auto finer =
      exact ? plain.value : Rescaled(digits, decimals, decimals + 1);
  const bool fits = finer && *finer <= kLargest && *finer >= -kLargest;
  if (!fits || decimals >= kFinest) return std::nullopt;
  if (!exact) {
    plain.value = *finer;
    plain.half = 5;
    plain.scale = decimals + 1;
  }
  return plain;
}

std::optional<PlainDecimal> PlainDecimalOf(const Quantity& quantity) {
  const auto half = HalfOf(quantity);
  const auto scale = half ? ScaleOf(*half) : std::nullopt;
  const auto finest = scale ? ScaleOf(quantity.value) : std::nullopt;
  if (!finest) return std::nullopt;
  const int most = std::max(*scale, *finest);
  const auto value = IntegerAt(quantity.value, most);
  const auto width = IntegerAt(*half, most);
  const bool printable = quantity.decimals >= 0 && quantity.decimals < 256;
  if (!value || !width || !printable) return std::nullopt;
  return PlainDecimal{*value, *width, most, quantity.decimals};
}

Quantity PlainQuantity(const Rational& value, const Rational& half,
                       int decimals) {
  Quantity quantity;
  quantity.value = value;
  quantity.rounded = Interval::Closed(value - half, value + half);
  quantity.loose = Interval::Closed(value - half * 3, value + half * 3);
  quantity.decimals = decimals;
  return quantity;
}

Quantity ToQuantity(const PlainDecimal& decimal) {
  const Rational unit = PowerOfTen(-decimal.scale);
  return PlainQuantity(unit * decimal.value, unit * decimal.half,
                       decimal.decimals);
}

}  // namespace nianbao::core
