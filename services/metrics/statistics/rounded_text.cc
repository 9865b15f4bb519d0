#include "services/metrics/statistics/rounded_text.h"

#include <cstddef>
#include <cstdint>

#include "services/core/decimal.h"
#include "services/metrics/columns/figure_series.h"

namespace nianbao::metrics {
namespace {

using core::Wide;

constexpr int kMostPower = 18;

bool Times(Wide a, Wide b, Wide& product) {
  return !__builtin_mul_overflow(a, b, &product);
}

// Brings the fraction to whole units of the last digit: n / d; nothing where it
// grows too large.
std::optional<WideFraction> InUnits(const WideFraction& fraction,
                                    int decimals) {
  const int power = decimals - fraction.scale;
  if (power > kMostPower || power < -kMostPower) return std::nullopt;
  WideFraction units = fraction;
  units.scale = 0;
  if (power >= 0) {
    if (!Times(units.n, core::PowerOf10(power), units.n)) return std::nullopt;
  } else if (!Times(units.d, core::PowerOf10(-power), units.d)) {
    return std::nullopt;
  }
  return units;
}

// Digits with a point before the last `decimals` of them.
std::string WithPoint(std::int64_t units, bool negative, int decimals) {
  std::string digits = std::to_string(units);
  const auto behind = static_cast<std::size_t>(decimals);
  if (decimals > 0) {
    if (digits.size() <= behind)
      digits.insert(0, behind + 1 - digits.size(), '0');
    digits.insert(digits.size() - behind, 1, '.');
  }
  return negative && units != 0 ? "-" + digits : digits;
}

}  // namespace

core::Rational ToRational(const WideFraction& fraction) {
  core::Rational value(ToInteger(fraction.n), ToInteger(fraction.d));
  if (fraction.scale != 0) value *= core::PowerOfTen(-fraction.scale);
  return value;
}

std::optional<WideFraction> Between(const WideFraction& a,
                                    const WideFraction& b, std::int64_t top,
                                    std::int64_t bottom) {
  // (a.n * b.d * (bottom - top) + b.n * a.d * top) / (a.d * b.d * bottom)
  WideFraction result;
  result.scale = a.scale;
  Wide left = 0;
  Wide right = 0;
  if (!Times(a.n, b.d, left) || !Times(left, bottom - top, left) ||
      !Times(b.n, a.d, right) || !Times(right, top, right) ||
      __builtin_add_overflow(left, right, &result.n) ||
      !Times(a.d, b.d, result.d) || !Times(result.d, bottom, result.d)) {
    return std::nullopt;
  }
  return result;
}

std::string RoundedText(const WideFraction& fraction, int decimals) {
  const auto units = InUnits(fraction, decimals);
  Wide doubled = 0;
  if (units && decimals >= 0 &&
      Times(units->n < 0 ? -units->n : units->n, 2, doubled)) {
    Wide sum = 0;
    Wide divisor = 0;
    if (!__builtin_add_overflow(doubled, units->d, &sum) &&
        Times(units->d, 2, divisor)) {
      const Wide rounded = sum / divisor;
      if (rounded <= INT64_MAX) {
        return WithPoint(static_cast<std::int64_t>(rounded), units->n < 0,
                         decimals);
      }
    }
  }
  return core::Decimal::Round(ToRational(fraction), decimals).ToString();
}

}  // namespace nianbao::metrics
