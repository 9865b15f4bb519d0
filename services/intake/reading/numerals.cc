#include "services/intake/reading/numerals.h"

#include <cstdint>
#include <string_view>

#include "services/intake/reading/digit_groups.h"
#include "services/intake/reading/number_words.h"

namespace nianbao::intake {
namespace {

std::optional<Numeral> PlainDigits(const Chars& text, int at) {
  const auto run = DigitRunAt(text, at);
  if (!run) return std::nullopt;
  return Numeral{run->end, run->digits, false, ""};
}

std::optional<Numeral> DigitsOrWords(const Chars& text, int at) {
  if (auto digits = PlainDigits(text, at)) return digits;
  auto words = WordsAt(text, at);
  if (words && words->name) return std::nullopt;
  return words;
}

bool IsWhole(const std::string& value) {
  return !value.empty() && value.size() < 9 &&
         value.find('.') == std::string::npos;
}

// The unit words behind digits, multiplied: 10000000 for 千万; 0 for none. No
// two of them may make more than 亿 does.
std::int64_t UnitsAt(const Chars& text, int& at) {
  std::int64_t unit = 0;
  const std::int64_t small = SmallUnit(text[at]);
  if (small > 0) {
    unit = small;
    ++at;
  }
  const std::int64_t large = LargeUnit(text[at]);
  if (large > 0) {
    unit = unit == 0 ? large : unit * large;
    ++at;
  }
  return unit;
}

// A digit behind 万 that counts something of its own: 3万2个月.
bool CountsApart(const Chars& text, int at) {
  constexpr std::u32string_view kApart = U"个年月日天次-.:、";
  return text[at] != 0 && kApart.find(text[at]) != std::u32string_view::npos;
}

// 3万2千, 1亿2000万, 13万2: digits that go on behind a unit word in smaller
// units.
std::optional<Numeral> MixedDigits(const Chars& text, const Numeral& first) {
  std::int64_t total = 0;
  std::int64_t last = 0;
  int parts = 0;
  int end = first.end;
  std::optional<Numeral> next = first;
  // Seven digits of 千亿 still fit.
  while (next && IsWhole(next->value) && next->value.size() < 8) {
    int at = next->end;
    const std::int64_t number = std::stoll(next->value);
    std::int64_t unit = UnitsAt(text, at);
    if (unit == 0) {
      const bool tail =
          parts > 0 && next->value.size() == 1 && !CountsApart(text, at);
      if (!tail) break;
      unit = last / 10;
    } else if (last > 0 && unit >= last) {
      break;
    }
    total += number * unit;
    end = at;
    ++parts;
    last = unit;
    if (at == next->end) break;
    next = PlainDigits(text, at);
  }
  if (parts < 2) return std::nullopt;
  return Numeral{end, std::to_string(total), false, ""};
}

// The colon of a ratio behind digits, with blanks only next to a side of 1.
int ColonEnd(const Chars& text, int at) {
  int colon = at;
  while (text[colon] == U' ') ++colon;
  if (text[colon] != U':') return at;
  int end = colon + 1;
  while (text[end] == U' ') ++end;
  return end;
}

bool IsYear(const Chars& text, const Numeral& numeral) {
  return numeral.value.size() == 4 && text[numeral.end] == U'年';
}

std::optional<Numeral> RatioAt(const Chars& text, const Numeral& first) {
  const int at = ColonEnd(text, first.end);
  if (at == first.end) return std::nullopt;
  const auto other = PlainDigits(text, at);
  if (!other || IsYear(text, *other)) return std::nullopt;
  const bool blanks = at > first.end + 1;
  if (blanks && first.value != "1" && other->value != "1") return std::nullopt;
  return Numeral{other->end, first.value + ":" + other->value, false, ""};
}

// `value` a tenth as large, exactly.
std::string Tenth(const std::string& value) {
  std::size_t point = value.find('.');
  std::string digits = value;
  if (point == std::string::npos) {
    point = digits.size();
  } else {
    digits.erase(point, 1);
  }
  if (point <= 1) return "0." + std::string(1 - point, '0') + digits;
  return digits.substr(0, point - 1) + "." + digits.substr(point - 1);
}

// 百分之, 千分之 and 万分之, the last in tenths of ‰.
std::optional<Numeral> PercentAt(const Chars& text, int at) {
  const bool percent = text.HasAt(at, U"百分之");
  const bool finer = text.HasAt(at, U"万分之");
  if (!percent && !finer && !text.HasAt(at, U"千分之")) return std::nullopt;
  auto number = DigitsOrWords(text, at + 3);
  if (!number) return std::nullopt;
  number->bare = false;
  number->in_words = true;
  number->unit = percent ? "%" : "‰";
  if (finer) {
    number->value = Tenth(number->value);
    if (!number->high.empty()) number->high = Tenth(number->high);
  }
  return number;
}

// 2/3: two small numbers, the first below the second.
std::optional<Numeral> SlashedAt(const Chars& text, int at) {
  const auto top = PlainDigits(text, at);
  if (!top || text[top->end] != U'/') return std::nullopt;
  const auto bottom = PlainDigits(text, top->end + 1);
  const bool small = bottom && IsWhole(top->value) && IsWhole(bottom->value) &&
                     std::stoi(bottom->value) <= 10;
  if (!small || std::stoi(top->value) >= std::stoi(bottom->value) ||
      std::stoi(top->value) == 0 || text[bottom->end] == U'/' ||
      text[at - 1] == U'/') {
    return std::nullopt;
  }
  return Numeral{bottom->end, top->value + "/" + bottom->value, false, ""};
}

}  // namespace

std::optional<Numeral> FractionAt(const Chars& text, int at) {
  if (auto percent = PercentAt(text, at)) return percent;
  if (auto slashed = SlashedAt(text, at)) return slashed;
  const auto bottom = DigitsOrWords(text, at);
  if (!bottom || !text.HasAt(bottom->end, U"分之")) return std::nullopt;
  const auto top = DigitsOrWords(text, bottom->end + 2);
  if (!top || !IsWhole(top->value) || !IsWhole(bottom->value) ||
      std::stoi(bottom->value) == 0) {
    return std::nullopt;
  }
  return Numeral{top->end, top->value + "/" + bottom->value, true, ""};
}

std::optional<Numeral> DigitsAt(const Chars& text, int at) {
  auto number = PlainDigits(text, at);
  if (!number) return number;
  if (auto mixed = MixedDigits(text, *number)) return mixed;
  auto ratio = RatioAt(text, *number);
  return ratio ? ratio : number;
}

std::optional<Numeral> WordRatioAt(const Chars& text, int at) {
  const auto left = DigitsOrWords(text, at);
  if (!left || text[left->end] != U'比' || left->bare) return std::nullopt;
  const auto right = DigitsOrWords(text, left->end + 1);
  if (!right || right->bare || IsYear(text, *right)) return std::nullopt;
  return Numeral{right->end, left->value + ":" + right->value,
                 left->in_words || right->in_words, ""};
}

std::optional<Numeral> NumeralAt(const Chars& text, int at) {
  if (auto fraction = FractionAt(text, at)) return fraction;
  if (auto ratio = WordRatioAt(text, at)) return ratio;
  auto numeral = DigitsAt(text, at);
  return numeral ? numeral : WordsAt(text, at);
}

}  // namespace nianbao::intake
