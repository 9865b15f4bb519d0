#include "services/validation/print.h"

#include <algorithm>
#include <utility>

#include "services/core/decimal.h"
#include "services/core/rational.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::Figure;

constexpr char kDigits[] = "0123456789";
// Number words up to this are written as words again.
constexpr int kMostInWords = 99;

// A ratio's sides: "1" and "15.92", the second or first of which counts.
struct Sides {
  std::string before;
  std::string digits;
  std::string behind;
};

Sides SidesOf(const std::string& value) {
  const std::size_t colon = value.find(':');
  if (colon == std::string::npos) return {"", value, ""};
  const std::string left = value.substr(0, colon);
  const std::string right = value.substr(colon + 1);
  if (left == "1") return {"1:", right, ""};
  return {"", left, right == "1" ? ":1" : ""};
}

std::string InWords(int number) {
  static constexpr const char* kWords[] = {"零", "一", "二", "三", "四",
                                           "五", "六", "七", "八", "九"};
  const int tens = number / 10;
  std::string words;
  if (tens > 1) words += kWords[tens];
  if (tens > 0) words += "十";
  if (number % 10 > 0 || tens == 0) words += kWords[number % 10];
  return words;
}

// Digits with a comma before each three of them, as in "12,860".
std::string Separated(const std::string& digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool group = i > 0 && i < point && (point - i) % 3 == 0;
    if (group && digits[i - 1] != '-') text += ',';
    text += digits[i];
  }
  return text;
}

std::string InStyleOf(const std::string& text, const std::string& digits) {
  std::string styled =
      text.find(',') == std::string::npos ? digits : Separated(digits);
  const bool plus = !text.empty() && text.front() == '+';
  return plus && styled.front() != '-' ? "+" + styled : styled;
}

// What stands around the digits of `text`; nothing where it has none.
std::optional<std::pair<std::string, std::string>> Around(
    const std::string& text) {
  const std::size_t first = text.find_first_of(kDigits);
  const std::size_t last = text.find_last_of(kDigits);
  if (first == std::string::npos) return std::nullopt;
  std::string before = text.substr(0, first);
  while (!before.empty() && (before.back() == '+' || before.back() == '-')) {
    before.pop_back();
  }
  return std::make_pair(before, text.substr(last + 1));
}

}  // namespace

bool Print::replaceable() const {
  const std::string& value = figure.value();
  const Sides sides = SidesOf(value);
  const bool quotient = value.find(':') != std::string::npos &&
                        sides.before.empty() && sides.behind.empty();
  return operand.submission().empty() &&
         figure.hedge() == nianbao::fact::v1::HEDGE_UNSPECIFIED && !quotient &&
         value.find('/') == std::string::npos;
}

std::optional<Print> PrintOf(const Check::Operand& operand, const Datum* datum,
                             const std::string& unit) {
  Print print;
  print.operand = operand;
  print.datum = datum;
  if (datum != nullptr) {
    print.figure = datum->fact->figure();
  } else {
    print.figure.set_text(operand.text());
    print.figure.set_value(operand.value());
  }
  const bool bare = print.figure.unit().empty() || print.figure.unit() == "/";
  if (bare && !unit.empty()) {
    print.figure.set_unit(unit);
  } else if (datum != nullptr) {
    print.quantity = datum->quantity;
    return print;
  }
  auto quantity = core::QuantityOf(print.figure);
  if (!quantity.ok()) return std::nullopt;
  print.quantity = *std::move(quantity);
  return print;
}

Figure FigureWith(const Print& print, const std::string& digits) {
  const Sides sides = SidesOf(print.figure.value());
  Figure figure = print.figure;
  figure.set_value(sides.before + digits + sides.behind);
  return figure;
}

std::string DigitsOf(const Print& print) {
  return SidesOf(print.figure.value()).digits;
}

std::string TextWith(const Print& print, const std::string& digits) {
  const std::string text = Compact(print.operand.text());
  const std::string value = FigureWith(print, digits).value();
  const auto around = Around(text);
  if (around) {
    return around->first + InStyleOf(text, value) + around->second;
  }
  const bool small = value.size() <= 2 &&
                     value.find_first_not_of(kDigits) == std::string::npos &&
                     !value.empty() && std::stoi(value) <= kMostInWords;
  const std::string number = small ? InWords(std::stoi(value)) : value;
  return number + (print.figure.unit() == "/" ? "" : print.figure.unit());
}

std::string TurnedText(const Print& print, const std::string& digits) {
  const bool signs =
      print.datum == nullptr || print.datum->direction == 0 ||
      print.datum->fact->origin() == nianbao::fact::v1::ORIGIN_TABLE;
  if (signs) return TextWith(print, digits);
  return (print.datum->direction > 0 ? "减少" : "增加") +
         Compact(print.operand.text());
}

std::string TextInOtherUnit(const Print& print, const std::string& digits) {
  static constexpr std::string_view kTenThousand = "万";
  const auto printed = core::Decimal::Parse(DigitsOf(print));
  const auto right = core::Decimal::Parse(digits);
  const std::string text = Compact(print.operand.text());
  const std::string& unit = print.figure.unit();
  const std::size_t at = text.rfind(unit);
  const bool in_head =
      print.datum != nullptr &&
      Compact(print.figure.text()).find(unit) == std::string::npos;
  if (!printed.ok() || !right.ok() || unit.empty() || in_head ||
      at == std::string::npos || printed->value() == 0) {
    return "";
  }
  const core::Rational factor = right->value() / printed->value();
  const bool scaled = StartsWithAny(unit, {kTenThousand});
  if (factor == core::PowerOfTen(4) && !scaled) {
    return text.substr(0, at) + std::string(kTenThousand) + text.substr(at);
  }
  if (factor == core::PowerOfTen(-4) && scaled) {
    return text.substr(0, at) + text.substr(at + kTenThousand.size());
  }
  return "";
}

}  // namespace nianbao::validation
