#include "services/core/rational.h"

#include "services/core/decimal.h"

namespace nianbao::core {
namespace {

constexpr int kMostDecimals = 12;

std::string StripZeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

Rational PowerOfTen(int exponent) {
  Integer power = 1;
  for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) power *= 10;
  return exponent < 0 ? Rational(Integer(1), power) : Rational(power);
}

Integer Floor(const Rational& value) {
  const Integer num = numerator(value);
  const Integer den = denominator(value);
  Integer quotient = num / den;  // truncates towards zero
  if (num < 0 && quotient * den != num) --quotient;
  return quotient;
}

Integer Ceiling(const Rational& value) { return -Floor(-value); }

std::string ToText(const Rational& value) {
  const Rational scaled = value * PowerOfTen(kMostDecimals);
  if (denominator(scaled) != 1) {
    return numerator(value).str() + "/" + denominator(value).str();
  }
  return ToRoundedText(value, kMostDecimals);
}

std::string ToRoundedText(const Rational& value, int decimals) {
  return StripZeros(Decimal::Round(value, decimals).ToString());
}

}  // namespace nianbao::core
