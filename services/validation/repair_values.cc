#include "services/validation/repair_values.h"

#include <algorithm>

#include "services/core/decimal.h"
#include "services/core/rational.h"
#include "services/validation/digit_slips.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Rational;

constexpr int kMostValues = 3;

// Whether the digits' true values reach into `wanted`.
bool Reaches(const Print& print, const std::string& digits,
             const Interval& wanted) {
  const auto quantity = core::QuantityOf(FigureWith(print, digits));
  return quantity.ok() && core::Meets(quantity->rounded, wanted);
}

// All that the print can show in `wanted`; nothing where they are many.
std::vector<std::string> AllIn(const Print& print, const Interval& wanted) {
  if (!wanted.lower.value || !wanted.upper.value) return {};
  const int decimals = print.quantity.decimals;
  const Rational unit = core::PowerOfTen(-decimals);
  const core::Integer first = core::Floor(*wanted.lower.value / unit);
  const core::Integer last = core::Ceiling(*wanted.upper.value / unit);
  if (last - first > kMostValues + 1) return {};
  std::vector<std::string> all;
  for (core::Integer i = first; i <= last; ++i) {
    const std::string digits =
        core::Decimal::Round(Rational(i) * unit, decimals).ToString();
    if (Reaches(print, digits, wanted)) all.push_back(digits);
  }
  return all;
}

bool IsNarrow(const Print& print, const Interval& wanted) {
  if (!wanted.lower.value || !wanted.upper.value) return false;
  const Rational unit = core::PowerOfTen(-print.quantity.decimals);
  return *wanted.upper.value - *wanted.lower.value <= unit * kMostValues;
}

// The print nearest to its own digits that reaches into `wanted`.
std::string Nearest(const Print& print, const Interval& wanted) {
  const core::Rational& value = print.quantity.value;
  const bool below = wanted.lower.value && value < *wanted.lower.value;
  const auto& end = below ? wanted.lower.value : wanted.upper.value;
  if (!end) return DigitsOf(print);
  const int decimals = print.quantity.decimals;
  const Rational unit = core::PowerOfTen(-decimals);
  const core::Integer steps =
      below ? core::Ceiling(*end / unit) : core::Floor(*end / unit);
  return core::Decimal::Round(Rational(steps) * unit, decimals).ToString();
}

// The printed number with its point shifted.
std::vector<std::string> Shifted(const Print& print) {
  std::vector<std::string> shifted;
  const auto number = core::Decimal::Parse(DigitsOf(print));
  if (!number.ok() || number->value() == 0) return shifted;
  for (const int power : {-4, -3, -2, -1, 1, 2, 3, 4}) {
    shifted.push_back(
        core::ToText(Rational(number->value() * core::PowerOfTen(power))));
  }
  return shifted;
}

}  // namespace

WantedDigits DigitsIn(const Print& print, const Interval& wanted) {
  WantedDigits found;
  std::vector<std::string> tried;
  if (IsNarrow(print, wanted)) {
    found.digits = AllIn(print, wanted);
  } else {
    found.open = true;
    tried = BehindSlips(DigitsOf(print));
    tried.push_back(Nearest(print, wanted));
  }
  const auto shifted = Shifted(print);
  tried.insert(tried.end(), shifted.begin(), shifted.end());
  for (const std::string& digits : tried) {
    const bool known = std::find(found.digits.begin(), found.digits.end(),
                                 digits) != found.digits.end();
    if (!known && Reaches(print, digits, wanted)) {
      found.digits.push_back(digits);
    }
  }
  return found;
}

}  // namespace nianbao::validation
