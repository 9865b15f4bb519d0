#include "services/intake/readers/docx/counted.h"

#include <array>
#include <cstddef>
#include <utility>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
constexpr std::u32string_view kCircleDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kUnits = U" 十百千";
constexpr std::u32string_view kFormalDigits = U"零壹贰叁肆伍陆柒捌玖";
constexpr std::u32string_view kFormalUnits = U" 拾佰仟";
constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";

// 112 → 一百一十二; 12 → 十二 where `short_ten`.
std::string Spelled(int count, std::u32string_view digits,
                    std::u32string_view units, bool short_ten) {
  if (count <= 0 || count > 9999) return std::to_string(count);
  std::u32string text;
  bool zero = false;
  for (int place = 3, power = 1000; place >= 0; --place, power /= 10) {
    const auto digit = static_cast<std::size_t>(count / power % 10);
    if (digit == 0) {
      zero = !text.empty();
      continue;
    }
    if (zero) text += digits[0];
    zero = false;
    const bool ten = short_ten && place == 1 && digit == 1 && text.empty();
    if (!ten) text += digits[digit];
    if (place > 0) text += units[static_cast<std::size_t>(place)];
  }
  return ToUtf8(text);
}

std::string DigitByDigit(int count, std::u32string_view digits) {
  std::u32string text;
  for (const char c : std::to_string(count)) {
    if (c < '0') return std::to_string(count);
    text += digits[static_cast<std::size_t>(c - '0')];
  }
  return ToUtf8(text);
}

std::string Roman(int count, bool upper) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kParts = {{
      {1000, "m"},
      {900, "cm"},
      {500, "d"},
      {400, "cd"},
      {100, "c"},
      {90, "xc"},
      {50, "l"},
      {40, "xl"},
      {10, "x"},
      {9, "ix"},
      {5, "v"},
      {4, "iv"},
      {1, "i"},
  }};
  if (count <= 0 || count > 3999) return std::to_string(count);
  std::string text;
  for (const auto& [value, letters] : kParts) {
    for (; count >= value; count -= value) text += letters;
  }
  for (char& c : text) {
    if (upper) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// a … z, aa, bb: Word repeats the letter.
std::string Letters(int count, char first) {
  if (count <= 0 || count > 26 * 10) return std::to_string(count);
  return std::string(static_cast<std::size_t>((count - 1) / 26 + 1),
                     static_cast<char>(first + (count - 1) % 26));
}

// The `count`th of characters that follow each other from `first`.
std::string InRow(int count, char32_t first, int most) {
  if (count <= 0 || count > most) return std::to_string(count);
  return ToUtf8(std::u32string(1, first + static_cast<char32_t>(count - 1)));
}

std::string OneOf(int count, std::u32string_view names) {
  if (count <= 0 || count > static_cast<int>(names.size())) {
    return std::to_string(count);
  }
  return ToUtf8(names.substr(static_cast<std::size_t>(count - 1), 1));
}

std::string Padded(int count, std::size_t width) {
  std::string text = std::to_string(count);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

using Format = std::string (*)(int count);

constexpr std::pair<std::string_view, Format> kFormats[] = {
    {"none", [](int) { return std::string(); }},
    {"upperRoman", [](int n) { return Roman(n, true); }},
    {"lowerRoman", [](int n) { return Roman(n, false); }},
    {"upperLetter", [](int n) { return Letters(n, 'A'); }},
    {"lowerLetter", [](int n) { return Letters(n, 'a'); }},
    {"decimalZero", [](int n) { return Padded(n, 2); }},
    {"chineseCounting",
     [](int n) { return Spelled(n, kDigits, kUnits, true); }},
    {"chineseCountingThousand",
     [](int n) { return Spelled(n, kDigits, kUnits, true); }},
    {"japaneseCounting",
     [](int n) { return Spelled(n, kDigits, kUnits, true); }},
    {"taiwaneseCounting",
     [](int n) { return Spelled(n, kDigits, kUnits, true); }},
    {"taiwaneseCountingThousand",
     [](int n) { return Spelled(n, kDigits, kUnits, true); }},
    {"chineseLegalSimplified",
     [](int n) { return Spelled(n, kFormalDigits, kFormalUnits, false); }},
    {"ideographLegalTraditional",
     [](int n) { return Spelled(n, kFormalDigits, kFormalUnits, false); }},
    {"ideographDigital", [](int n) { return DigitByDigit(n, kCircleDigits); }},
    {"japaneseDigitalTenThousand",
     [](int n) { return DigitByDigit(n, kCircleDigits); }},
    {"decimalFullWidth",
     [](int n) { return DigitByDigit(n, U"０１２３４５６７８９"); }},
    {"decimalFullWidth2",
     [](int n) { return DigitByDigit(n, U"０１２３４５６７８９"); }},
    {"decimalEnclosedCircle", [](int n) { return InRow(n, U'①', 20); }},
    {"decimalEnclosedCircleChinese", [](int n) { return InRow(n, U'①', 20); }},
    {"decimalEnclosedParen", [](int n) { return InRow(n, U'⑴', 20); }},
    {"decimalEnclosedFullstop", [](int n) { return InRow(n, U'⒈', 20); }},
    {"ideographEnclosedCircle", [](int n) { return InRow(n, U'㊀', 10); }},
    {"ideographTraditional", [](int n) { return OneOf(n, kStems); }},
    {"ideographZodiac", [](int n) { return OneOf(n, kBranches); }},
};

}  // namespace

std::string Counted(int count, std::string_view format) {
  for (const auto& [name, write] : kFormats) {
    if (name == format) return write(count);
  }
  return std::to_string(count);
}

}  // namespace nianbao::intake
