#include "services/validation/digit_slips.h"

#include <algorithm>
#include <set>

#include "services/core/decimal.h"
#include "services/validation/slips.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::Slip;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Whether the digits make a number as people print it: no zero in front.
bool IsPrinted(const std::string& digits) {
  const std::size_t first = digits.find_first_of("0123456789");
  if (first == std::string::npos || digits.back() == '.') return false;
  const bool zero = digits[first] == '0';
  return !zero || first + 1 == digits.size() || digits[first + 1] == '.';
}

std::string PlainDigits(const std::string& digits) {
  std::string plain;
  for (const char c : digits) {
    if (IsDigit(c)) plain += c;
  }
  return plain;
}

void AddOtherDigits(const std::string& digits, std::set<std::string>& found) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (!IsDigit(digits[i])) continue;
    for (char c = '0'; c <= '9'; ++c) {
      std::string other = digits;
      other[i] = c;
      found.insert(other);
      found.insert(digits.substr(0, i) + c + digits.substr(i));
      found.insert(digits.substr(0, i + 1) + c + digits.substr(i + 1));
    }
    found.insert(digits.substr(0, i) + digits.substr(i + 1));
  }
}

void AddSwapped(const std::string& digits, std::set<std::string>& found) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    for (std::size_t j = i + 1; j < digits.size(); ++j) {
      if (!IsDigit(digits[i]) || !IsDigit(digits[j])) continue;
      std::string swapped = digits;
      std::swap(swapped[i], swapped[j]);
      found.insert(swapped);
    }
  }
}

bool SameNumber(const std::string& a, const std::string& b) {
  const auto x = core::Decimal::Parse(a);
  const auto y = core::Decimal::Parse(b);
  return x.ok() && y.ok() && x->value() == y->value();
}

// Whether one is the other times a power of ten.
bool DifferInScale(const std::string& a, const std::string& b) {
  const auto x = core::Decimal::Parse(a);
  const auto y = core::Decimal::Parse(b);
  if (!x.ok() || !y.ok() || x->value() == 0 || y->value() == 0) return false;
  const core::Rational factor = x->value() / y->value();
  for (const int power : {1, 2, 3, 4, 8}) {
    if (factor == core::PowerOfTen(power) ||
        factor == core::PowerOfTen(-power)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> BehindSlips(const std::string& digits) {
  std::set<std::string> found;
  AddOtherDigits(digits, found);
  AddSwapped(digits, found);
  std::vector<std::string> behind;
  for (const std::string& other : found) {
    if (IsPrinted(other) && !SameNumber(other, digits)) behind.push_back(other);
  }
  return behind;
}

Slip DigitSlip(const std::string& printed, const std::string& right) {
  if (SameNumber(printed, right)) return Slip::SLIP_UNSPECIFIED;
  if (DifferInScale(printed, right)) return Slip::SLIP_SCALE;
  std::string a = PlainDigits(printed);
  std::string b = PlainDigits(right);
  if (DifferInOneDigit(printed, right)) {
    return a.size() == b.size()  ? Slip::SLIP_WRONG_DIGIT
           : a.size() < b.size() ? Slip::SLIP_DROPPED_DIGIT
                                 : Slip::SLIP_EXTRA_DIGIT;
  }
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  const bool same_point =
      printed.size() - std::min(printed.find('.'), printed.size()) ==
      right.size() - std::min(right.find('.'), right.size());
  if (a == b && a.size() > 1 && same_point) return Slip::SLIP_TRANSPOSED;
  return Slip::SLIP_UNSPECIFIED;
}

int SignificantDigits(const std::string& digits) {
  const std::string plain = PlainDigits(digits);
  const std::size_t first = plain.find_first_not_of('0');
  return first == std::string::npos ? 0
                                    : static_cast<int>(plain.size() - first);
}

}  // namespace nianbao::validation
