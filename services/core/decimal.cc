#include "services/core/decimal.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::core {
namespace {

// Far more than any figure has; keeps hostile texts from costing time.
constexpr int kMostDigits = 100;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// At most `bytes` of `text`, cut between two UTF-8 characters.
std::string Start(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (text[bytes] & 0xC0) == 0x80) --bytes;
  return std::string(text.substr(0, bytes));
}

absl::Status NotANumber(std::string_view text) {
  const std::string shown = Start(text, kMostDigits + 2);
  return MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("\"", shown, "\" is not a number; write at most ",
                   kMostDigits, " digits with at most one point"),
      {.reason = "NOT_A_NUMBER", .metadata = {{"text", shown}}});
}

}  // namespace

Decimal::Decimal(Rational value, int decimals)
    : value_(std::move(value)), decimals_(decimals) {}

absl::StatusOr<Decimal> Decimal::Parse(std::string_view text) {
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative || (!rest.empty() && rest.front() == '+')) rest.remove_prefix(1);
  Integer digits = 0;
  int decimals = 0;
  int count = 0;
  bool point = false;
  for (const char c : rest) {
    if (c == '.' && !point && count > 0) {
      point = true;
    } else if (IsDigit(c) && count < kMostDigits) {
      digits = digits * 10 + (c - '0');
      ++count;
      if (point) ++decimals;
    } else {
      return NotANumber(text);
    }
  }
  if (count == 0 || rest.back() == '.') return NotANumber(text);
  if (negative) digits = -digits;
  return Decimal(Rational(digits) * PowerOfTen(-decimals), decimals);
}

Decimal Decimal::Round(const Rational& value, int decimals) {
  const Rational scaled = abs(value) * PowerOfTen(decimals);
  Integer units = Floor(scaled + Rational(1, 2));
  if (value < 0) units = -units;
  return Decimal(Rational(units) * PowerOfTen(-decimals),
                 std::max(decimals, 0));
}

std::string Decimal::ToString() const {
  const Rational scaled = value_ * PowerOfTen(decimals_);
  std::string digits = Integer(abs(numerator(scaled))).str();
  if (decimals_ > 0) {
    const std::size_t width = static_cast<std::size_t>(decimals_) + 1;
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(decimals_), 1, '.');
  }
  return value_ < 0 ? "-" + digits : digits;
}

}  // namespace nianbao::core
