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

// 3万2千, 13万2: digits that go on behind a 万 in a smaller unit.
std::optional<Numeral> MixedDigits(const Chars& text, const Numeral& first) {
  const std::int64_t large = LargeUnit(text[first.end]);
  const auto second = PlainDigits(text, first.end + 1);
  const bool whole =
      first.value.find('.') == std::string::npos && first.value.size() < 9;
  if (large == 0 || !whole || !second || second->value.size() != 1) {
    return std::nullopt;
  }
  const std::int64_t small = SmallUnit(text[second->end]);
  const std::int64_t unit = small > 0 ? small : large / 10;
  const std::int64_t value =
      std::stoll(first.value) * large + std::stoll(second->value) * unit;
  return Numeral{second->end + (small > 0 ? 1 : 0), std::to_string(value),
                 false, ""};
}

// 九十八点五: number words with decimals.
std::optional<Numeral> DecimalWords(const Chars& text, int at) {
  auto number = WordsAt(text, at);
  if (!number || text[number->end] != U'点' ||
      DigitWord(text[number->end + 1]) < 0) {
    return number;
  }
  number->value += '.';
  for (++number->end; DigitWord(text[number->end]) >= 0; ++number->end) {
    number->value += std::to_string(DigitWord(text[number->end]));
  }
  return number;
}

}  // namespace

std::optional<Numeral> FractionAt(const Chars& text, int at) {
  const bool percent = text.HasAt(at, U"百分之");
  if (!percent && !text.HasAt(at, U"千分之")) return std::nullopt;
  auto number = PlainDigits(text, at + 3);
  if (!number) number = DecimalWords(text, at + 3);
  if (!number) return std::nullopt;
  number->in_words = true;
  number->unit = percent ? "%" : "‰";
  return number;
}

std::optional<Numeral> DigitsAt(const Chars& text, int at) {
  auto number = PlainDigits(text, at);
  if (number) {
    if (auto mixed = MixedDigits(text, *number)) return mixed;
  }
  if (!number || text[number->end] != U':') return number;
  const auto other = PlainDigits(text, number->end + 1);
  if (!other) return number;
  return Numeral{other->end, number->value + ":" + other->value, false, ""};
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
  return Numeral{i, std::to_string(total), true, ""};
}

}  // namespace nianbao::intake
