#include "services/intake/reading/calendar_numbers.h"

#include <string>
#include <string_view>

#include "services/intake/reading/near_words.h"

namespace nianbao::intake {
namespace {

// Whether a year stands at `at`: four digits and 年, 届, 级 and the like.
bool IsYearAt(const Chars& text, int at) {
  if (!IsFourDigitYear(text, at)) return false;
  const int next = AfterSpaces(text, at + 4);
  for (const std::u32string_view word :
       {U"年", U"学年", U"届", U"级", U"下半年", U"上半年", U"上", U"下", U"秋",
        U"春"}) {
    if (text.HasAt(next, word)) return true;
  }
  return false;
}

// 2020.12, 2020.07-2020.08
bool IsDottedMonth(const NumberInText& it) {
  const int digits = it.end() - it.begin;
  return it.number.figure.unit().empty() && digits <= 7 && digits >= 6 &&
         it.text[it.begin + 4] == U'.' &&
         AnyStartsAt(it.text, it.begin, {U"19", U"20"});
}

// 9月, 30日, 12点, 9时, 12月31号; but not 12月份额 and 3点建议.
bool IsCalendarPart(const NumberInText& it) {
  if (it.numeral.value.size() > 2) return false;
  const Chars& text = it.text;
  const int at = AfterSpaces(text, it.end());
  if (IsAmong(text[at], U"月日时")) {
    return !AnyStartsAt(text, at, {U"月份额", U"月薪", U"时代"});
  }
  if (text[at] != U'点') return false;
  const char32_t next = text[at + 1];
  return !it.numeral.in_words || next == 0 || !IsHan(next) ||
         IsAmong(next, U"半钟整二三四五十前后到至");
}

// 〔2004〕22号, 2021.11, 2021/11/25, 5·12
bool TouchesDate(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t before = text[it.begin - 1];
  if (before == U'·' && IsDigit(text[it.begin - 2])) return true;
  if (text[it.end()] == U'·' && IsDigit(text[it.end() + 1])) return true;
  if (before == U'/') return IsDigit(text[it.begin - 2]);
  return before == U'-' && IsDigit(text[it.begin - 2]) &&
         IsFourDigitYear(text, it.begin - 5);
}

// A year in brackets, as document numbers have it: 教职（2021）12号.
bool IsBracketedYear(const NumberInText& it) {
  return IsFourDigitYear(it.text, it.begin) &&
         IsAmong(it.text[it.begin - 1], U"([〔【") &&
         IsAmong(it.text[it.end()], U")]〕】");
}

}  // namespace

bool IsFourDigitYear(const Chars& text, int at) {
  const bool century = text.HasAt(at, U"19") || text.HasAt(at, U"20");
  return century && IsDigit(text[at + 2]) && IsDigit(text[at + 3]) &&
         !IsDigit(text[at + 4]) && !IsDigit(text[at - 1]);
}

bool IsDate(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t next = CharBehind(text, it.end());
  if (IsYearAt(text, it.begin) || IsBracketedYear(it)) return true;
  if (IsFourDigitYear(text, it.begin) && IsAmong(next, U"-/.、和至~") &&
      !IsAmong(text[it.begin - 1], U"共")) {
    return true;
  }
  if (it.numeral.value.size() == 4 && next == U'年') return true;
  return IsDottedMonth(it) || IsCalendarPart(it) || next == U'号' ||
         TouchesDate(it);
}

bool IsDateInWords(const NumberInText& it) {
  const char32_t next = CharBehind(it.text, it.end());
  if (it.numeral.name) return next == U'年' && it.numeral.value.size() == 4;
  return IsCalendarPart(it) && it.numeral.value.find('.') == std::string::npos;
}

bool IsClockTime(const NumberInText& it) {
  const std::string& value = it.numeral.value;
  const std::size_t colon = value.find(':');
  if (colon == std::string::npos || value.size() - colon != 3) return false;
  return value.substr(0, colon) != "1" && value.substr(colon + 1) != "01" &&
         value[colon + 1] <= '5' && colon <= 2;
}

}  // namespace nianbao::intake
