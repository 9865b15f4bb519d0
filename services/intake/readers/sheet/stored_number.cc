#include "services/intake/readers/sheet/stored_number.h"

#include <algorithm>
#include <cstddef>

#include "services/intake/readers/package/xml_part.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kExactDigits = 15;
constexpr std::size_t kMostDigits = 100;
constexpr int kMostPower = 30;
constexpr int kGeneralChars = 11;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Adds one to the last digit; a carry may make one digit more.
void Increment(std::string& digits) {
  for (auto it = digits.rbegin(); it != digits.rend(); ++it) {
    if (*it != '9') {
      ++*it;
      return;
    }
    *it = '0';
  }
  digits.insert(digits.begin(), '1');
}

std::string WithoutZeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// The power behind the mark of "1.5E-3"; too large a one where it is none.
int PowerOf(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  return ToInt(text, kMostPower + 1);
}

}  // namespace

std::optional<StoredNumber> StoredNumber::Read(std::string_view text) {
  const std::size_t mark = text.find_first_of("eE");
  const int power =
      mark == std::string_view::npos ? 0 : PowerOf(text.substr(mark + 1));
  if (power > kMostPower || power < -kMostPower) return std::nullopt;
  std::string_view mantissa = text.substr(0, mark);
  StoredNumber number;
  number.negative_ = !mantissa.empty() && mantissa.front() == '-';
  if (number.negative_) mantissa.remove_prefix(1);
  bool point = false;
  for (const char c : mantissa) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (!IsDigit(c) || number.digits_.size() >= kMostDigits) {
      return std::nullopt;
    }
    number.digits_ += c;
    if (point) ++number.decimals_;
  }
  if (number.digits_.empty()) return std::nullopt;
  number.digits_.erase(0, std::min(number.digits_.find_first_not_of('0'),
                                   number.digits_.size()));
  if (number.digits_.size() > kExactDigits) {
    number.DropDigits(number.digits_.size() - kExactDigits);
  }
  return number.Shifted(power);
}

StoredNumber StoredNumber::Shifted(int power) const {
  StoredNumber shifted = *this;
  shifted.decimals_ -= power;
  return shifted;
}

void StoredNumber::DropDigits(std::size_t count) {
  decimals_ -= static_cast<int>(count);
  if (count > digits_.size()) {
    digits_.clear();
    return;
  }
  const bool up = digits_[digits_.size() - count] >= '5';
  digits_.resize(digits_.size() - count);
  if (up) Increment(digits_);
}

std::string StoredNumber::Rounded(int decimals) const {
  StoredNumber rounded = *this;
  if (rounded.decimals_ > decimals) {
    rounded.DropDigits(static_cast<std::size_t>(rounded.decimals_ - decimals));
  } else {
    rounded.digits_.append(
        static_cast<std::size_t>(decimals - rounded.decimals_), '0');
  }
  std::string& text = rounded.digits_;
  const auto places = static_cast<std::size_t>(decimals);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, 1, '.');
  return text;
}

std::string StoredNumber::General() const {
  const int whole = static_cast<int>(digits_.size()) - decimals_;
  const int decimals = std::max(kGeneralChars - 1 - std::max(whole, 1), 0);
  std::string text = WithoutZeros(Rounded(decimals));
  const bool lost =
      Sign() != 0 && text.find_first_of("123456789") == std::string::npos;
  return lost ? WithoutZeros(Rounded(decimals_)) : text;
}

core::Rational StoredNumber::Value() const {
  const core::Integer digits(digits_.empty() ? "0" : digits_);
  const core::Rational size =
      core::Rational(digits) * core::PowerOfTen(-decimals_);
  return negative_ ? core::Rational(-size) : size;
}

}  // namespace nianbao::intake
