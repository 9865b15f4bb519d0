#include "services/intake/reading/numerals.h"

#include <cstdint>

namespace nianbao::intake {
namespace {

constexpr std::u32string_view kDigitWords = U"零一二三四五六七八九";

int DigitWord(char32_t c) {
  if (c == U'两') return 2;
  if (c == U'〇') return 0;
  const std::size_t at = kDigitWords.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::int64_t SmallUnit(char32_t c) {
  return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
}

std::int64_t LargeUnit(char32_t c) {
  return c == U'万' ? 10000 : c == U'亿' ? 100000000 : 0;
}

// Three digits behind a comma, and no fourth.
bool IsGroup(const Chars& text, int at) {
  return text[at] == U',' && IsDigit(text[at + 1]) && IsDigit(text[at + 2]) &&
         IsDigit(text[at + 3]) && !IsDigit(text[at + 4]);
}

std::optional<Numeral> PlainDigits(const Chars& text, int at) {
  if (!IsDigit(text[at])) return std::nullopt;
  Numeral number;
  int i = at;
  while (IsDigit(text[i]) || (i - at <= 3 + 4 * 4 && IsGroup(text, i))) {
    if (IsDigit(text[i])) number.value += static_cast<char>(text[i]);
    ++i;
  }
  if (text[i] == U'.' && IsDigit(text[i + 1])) {
    number.value += '.';
    for (++i; IsDigit(text[i]); ++i) {
      number.value += static_cast<char>(text[i]);
    }
  }
  number.end = i;
  return number;
}

}  // namespace

std::optional<Numeral> DigitsAt(const Chars& text, int at) {
  auto number = PlainDigits(text, at);
  if (!number || text[number->end] != U':') return number;
  const auto other = PlainDigits(text, number->end + 1);
  if (!other) return number;
  return Numeral{other->end, number->value + ":" + other->value, false};
}

std::optional<Numeral> WordsAt(const Chars& text, int at) {
  std::int64_t total = 0;
  std::int64_t part = 0;
  std::int64_t digit = -1;
  int i = at;
  for (;; ++i) {
    const char32_t c = text[i];
    if (DigitWord(c) >= 0) {
      if (digit > 0) return std::nullopt;  // digits in a row: a name or year
      digit = DigitWord(c);
    } else if (SmallUnit(c) > 0) {
      part += (digit < 0 ? 1 : digit) * SmallUnit(c);
      digit = -1;
    } else if (LargeUnit(c) > 0 && i > at) {
      total = (total + part + (digit < 0 ? 0 : digit)) * LargeUnit(c);
      part = 0;
      digit = -1;
    } else {
      break;
    }
  }
  if (i == at) return std::nullopt;
  total += part + (digit < 0 ? 0 : digit);
  return Numeral{i, std::to_string(total), true};
}

}  // namespace nianbao::intake
