#include "services/intake/readers/sheet/stored_number.h"

#include <algorithm>
#include <cstddef>

#include "services/core/decimal.h"
#include "services/intake/readers/package/xml_part.h"

namespace nianbao::intake {
namespace {

constexpr int kExactDigits = 15;
constexpr int kMostPower = 30;
constexpr int kGeneralChars = 11;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Power of ten of the first digit that is not zero: 1 for "4.5", 0 for "0.45".
int Magnitude(std::string_view mantissa) {
  int before = 0;
  int zeros = 0;
  bool point = false;
  bool started = false;
  for (const char c : mantissa) {
    if (c == '.') point = true;
    if (!IsDigit(c)) continue;
    started = started || c != '0';
    if (started && !point) ++before;
    if (!started && point) ++zeros;
  }
  return before > 0 ? before : -zeros;
}

}  // namespace

std::optional<core::Rational> ReadStoredNumber(std::string_view text) {
  const std::size_t mark = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, mark);
  int power = 0;
  if (mark != std::string_view::npos) {
    std::string_view rest = text.substr(mark + 1);
    if (!rest.empty() && rest.front() == '+') rest.remove_prefix(1);
    power = ToInt(rest, kMostPower + 1);
  }
  if (power > kMostPower || power < -kMostPower) return std::nullopt;
  const auto digits = core::Decimal::Parse(mantissa);
  if (!digits.ok()) return std::nullopt;
  const int magnitude = Magnitude(mantissa);
  const core::Rational exact =
      core::Decimal::Round(digits->value(), kExactDigits - magnitude).value();
  return power == 0 ? exact : exact * core::PowerOfTen(power);
}

std::string PrintGeneral(const core::Rational& value) {
  const core::Rational size = value < 0 ? core::Rational(-value) : value;
  const int digits = static_cast<int>(core::Floor(size).str().size());
  const int decimals = std::max(kGeneralChars - 1 - digits, 0);
  const std::string text = core::ToRoundedText(value, decimals);
  const bool lost = value != 0 && text.find_first_of("123456789") == text.npos;
  return lost ? core::ToRoundedText(value, kMostPower + kExactDigits) : text;
}

}  // namespace nianbao::intake
