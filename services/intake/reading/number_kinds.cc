#include "services/intake/reading/number_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao::intake {
namespace {

constexpr int kLongestQuotedName = 16;
constexpr int kLongestTitle = 80;

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

int SkipSpaces(const Chars& text, int at) {
  while (IsSpace(text[at])) ++at;
  return at;
}

char32_t Before(const Chars& text, int at) {
  while (at > 0 && IsSpace(text[at - 1])) --at;
  return text[at - 1];
}

char32_t Behind(const Chars& text, int at) {
  return text[SkipSpaces(text, at)];
}

bool IsFourDigitYear(const Chars& text, int at) {
  const bool century = text.HasAt(at, U"19") || text.HasAt(at, U"20");
  return century && IsDigit(text[at + 2]) && IsDigit(text[at + 3]) &&
         !IsDigit(text[at + 4]) && !IsDigit(text[at - 1]);
}

bool IsDate(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t next = Behind(text, it.end);
  if (IsYearAt(text, it.begin)) return true;
  if (IsFourDigitYear(text, it.begin) && IsOneOf(next, U"-/.、和至~") &&
      !IsOneOf(text[it.begin - 1], U"共")) {
    return true;
  }
  const int digits = it.end - it.begin;
  // 2020.12, 2020.07-2020.08
  if (it.number.figure.unit().empty() && digits <= 7 && digits >= 6 &&
      text[it.begin + 4] == U'.' &&
      (text.HasAt(it.begin, U"19") || text.HasAt(it.begin, U"20"))) {
    return true;
  }
  if (digits <= 2 && IsOneOf(next, U"月日点时") &&
      !text.HasAt(SkipSpaces(text, it.end), U"月份额")) {
    return true;
  }
  // 〔2004〕22号, 2021.11, 2021/11/25
  if (next == U'号') return true;
  const char32_t before = text[it.begin - 1];
  return IsOneOf(before, U"/") ||
         (before == U'-' && IsDigit(text[it.begin - 2]) &&
          IsFourDigitYear(text, it.begin - 5));
}

bool IsOrdinal(const NumberInText& it) {
  const char32_t before = Before(it.text, it.begin);
  const char32_t next = Behind(it.text, it.end);
  if (before == U'第' || before == U'每') return true;
  // 第36-39页, 8页
  if (next == U'页') return true;
  // 表1, 附表 1, 图2, 附件3, 案例4
  if (IsOneOf(before, U"表图件例") && it.number.figure.unit().empty()) {
    return true;
  }
  if (next == U'届') return !IsFourDigitYear(it.text, it.begin);
  // 19级, 二级, 一等奖: a grade; 级 counts nothing.
  if (next == U'级' || next == U'等' || next == U'星') return true;
  return false;
}

// A number at the start of a text with a mark behind it numbers the text.
bool IsSectionNumber(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t next = text[it.end];
  const char32_t before = text[it.begin - 1];
  const bool bracketed =
      (before == U'(' && next == U')' && it.end - it.begin <= 2);
  if (bracketed) return true;
  if (before == U'.' && IsDigit(text[it.begin - 2])) return true;
  const bool starts = it.begin == 0 || IsOneOf(before, U"。;:\n");
  if (!starts || it.end - it.begin > 5) return false;
  return IsOneOf(next, U".、)") ||
         (it.begin == 0 && next == U' ' && it.number.figure.unit().empty());
}

bool TouchesLatin(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t before = text[it.begin - 1];
  if (IsLatin(before) || (before == U'+' && IsLatin(text[it.begin - 2]))) {
    return true;
  }
  if (it.number.figure.unit().empty() && IsLatin(Behind(text, it.end))) {
    return true;
  }
  return text[it.end] == U'+' || before == U'+';
}

bool IsTimeUnit(const std::string& unit) {
  constexpr std::array<std::string_view, 10> kTimes = {
      "年", "月", "天", "周", "小时", "分钟", "日", "岁", "学期", "学年"};
  return std::find(kTimes.begin(), kTimes.end(), unit) != kTimes.end();
}

bool EndsHere(const NumberInText& it) {
  const char32_t next = Behind(it.text, it.number.end);
  return next == 0 || IsOneOf(next, U",。;、()");
}

// A time or measure that a noun follows at once: 90学时培训, 24小时热线. Days
// and hours that end a clause are figures; years are ages and dates.
bool IsModifier(const NumberInText& it) {
  const std::string& unit = it.number.figure.unit();
  if (IsTimeUnit(unit)) {
    const bool measures = unit == "天" || unit == "小时" || unit == "分钟";
    return !measures || !EndsHere(it);
  }
  if (unit != "学时" && unit != "课时" && unit != "学分") return false;
  const char32_t next = Behind(it.text, it.number.end);
  return IsHan(next) && next != U'和' && next != U'以';
}

bool HasMeasure(const NumberInText& it) {
  const auto& figure = it.number.figure;
  return !figure.unit().empty() || figure.hedge() != 0 ||
         figure.value().find(':') != std::string::npos;
}

// Number words below ten are slogans and set phrases more often than facts.
bool IsSmallWord(const NumberInText& it) {
  const auto& figure = it.number.figure;
  const std::string& unit = figure.unit();
  return figure.value().size() < 2 && unit != "%" && unit != "‰" &&
         unit != "成";
}

// Number words are figures where they count or measure something; 十分 is an
// adverb.
bool IsWordFigure(const NumberInText& it) {
  const auto& figure = it.number.figure;
  if (!HasMeasure(it) || IsSmallWord(it)) return false;
  return !(figure.unit() == "分" && figure.value() == "10");
}

// 8:30: a ratio has a one on one side.
bool IsClockTime(const NumberInText& it) {
  const std::string& value = it.number.figure.value();
  const std::size_t colon = value.find(':');
  if (colon == std::string::npos || value.size() - colon != 3) return false;
  return value.substr(0, colon) != "1" && value.substr(colon + 1) != "01" &&
         value[colon + 1] <= '5' && colon <= 2;
}

// Telephone numbers, postcodes and the like: many digits, no measure.
bool IsNumberCode(const NumberInText& it) {
  return !HasMeasure(it) && it.end - it.begin >= 6 &&
         it.number.figure.value().find('.') == std::string::npos;
}

// A bare number is a figure only where a noun stands before it and the clause
// ends behind it: 参训人数239，
bool EndsClause(const NumberInText& it) {
  const char32_t before = Before(it.text, it.begin);
  const char32_t next = Behind(it.text, it.end);
  const bool noun = IsHan(before) || before == U':' || before == U')';
  return noun && (next == 0 || IsOneOf(next, U",。;、()"));
}

}  // namespace

bool IsYearAt(const Chars& text, int at) {
  if (!IsFourDigitYear(text, at)) return false;
  const int next = SkipSpaces(text, at + 4);
  for (const std::u32string_view word :
       {U"年", U"学年", U"届", U"级", U"下半年", U"上半年", U"上", U"下", U"秋",
        U"春"}) {
    if (text.HasAt(next, word)) return true;
  }
  return false;
}

NameSpans::NameSpans(const Chars& text, const Lexicon& lexicon)
    : covered_(static_cast<std::size_t>(text.size()) + 1, false) {
  CoverBetween(text, U'《', U'》', kLongestTitle);
  CoverBetween(text, U'“', U'”', kLongestQuotedName);
  CoverBetween(text, U'〔', U'〕', kLongestQuotedName);
  CoverBetween(text, U'[', U']', kLongestQuotedName);
  for (int at = 0; at < text.size(); ++at) {
    const auto match = lexicon.names.At(text, at);
    for (int i = at; i < at + match.length; ++i) {
      covered_[static_cast<std::size_t>(i)] = true;
    }
  }
}

void NameSpans::CoverBetween(const Chars& text, char32_t open, char32_t close,
                             int longest) {
  int begin = -1;
  for (int at = 0; at < text.size(); ++at) {
    if (text[at] == open) begin = at;
    if (text[at] != close || begin < 0) continue;
    if (at - begin <= longest) {
      std::fill(covered_.begin() + begin, covered_.begin() + at, true);
    }
    begin = -1;
  }
}

NumberKind KindOf(const NumberInText& it) {
  if (it.names.Covers(it.begin)) return NumberKind::kName;
  if (IsOrdinal(it)) return NumberKind::kOrdinal;
  if (it.number.figure.in_words()) {
    if (!IsWordFigure(it)) return NumberKind::kName;
    return IsModifier(it) ? NumberKind::kModifier : NumberKind::kFigure;
  }
  if (IsDate(it) || IsClockTime(it)) return NumberKind::kDate;
  if (IsNumberCode(it)) return NumberKind::kName;
  if (IsSectionNumber(it)) return NumberKind::kOrdinal;
  if (TouchesLatin(it)) return NumberKind::kName;
  if (IsModifier(it)) return NumberKind::kModifier;
  if (!HasMeasure(it) && !EndsClause(it)) return NumberKind::kBare;
  return NumberKind::kFigure;
}

}  // namespace nianbao::intake
