// Exact fractions of unlimited size. No result is ever rounded, and none can
// overflow: sums of a province in 元 and products of such sums stay exact.
#ifndef NIANBAO_SERVICES_CORE_RATIONAL_H_
#define NIANBAO_SERVICES_CORE_RATIONAL_H_

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

namespace nianbao::core {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

// 10 to the power of `exponent`, which may be negative.
Rational PowerOfTen(int exponent);

// The largest integer at most `value`.
Integer Floor(const Rational& value);

// The smallest integer at least `value`.
Integer Ceiling(const Rational& value);

// The number as a plain decimal where it has an end within 12 decimals,
// otherwise as a fraction such as "23/7".
std::string ToText(const Rational& value);

// The number rounded to `decimals` for people to read, halves away from zero,
// without trailing zeros.
std::string ToRoundedText(const Rational& value, int decimals);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RATIONAL_H_
