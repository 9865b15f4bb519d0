#include "services/intake/reading/number_kinds.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "services/intake/reading/calendar_numbers.h"
#include "services/intake/reading/near_words.h"
#include "services/intake/reading/rank_numbers.h"

namespace nianbao::intake {
namespace {

// 5G网络: a generation; 500G is an amount.
bool IsGeneration(const NumberInText& it) {
  return it.numeral.value.size() == 1 && it.text[it.end()] == U'G' &&
         !IsLatin(it.text[it.end() + 1]);
}

bool TouchesLatin(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t before = text[it.begin - 1];
  if (IsGeneration(it)) return true;
  if (IsLatin(before) || (before == U'+' && IsLatin(text[it.begin - 2]))) {
    return true;
  }
  if (it.number.figure.unit().empty() && IsLatin(CharBehind(text, it.end()))) {
    return true;
  }
  return text[it.end()] == U'+' || (before == U'+' && !it.IsSigned());
}

// 7×24小时, 4*100米: sides of a product.
bool IsFactor(const NumberInText& it) {
  const Chars& text = it.text;
  return (IsAmong(text[it.end()], U"×*✕") && IsDigit(text[it.end() + 1])) ||
         (IsAmong(text[it.begin - 1], U"×*✕") && IsDigit(text[it.begin - 2]));
}

bool IsTimeUnit(const std::string& unit) {
  constexpr std::array<std::string_view, 11> kTimes = {
      "年",   "月", "天", "周",   "小时", "分钟",
      "周岁", "日", "岁", "学期", "学年"};
  return std::find(kTimes.begin(), kTimes.end(), unit) != kTimes.end();
}

bool EndsHere(const NumberInText& it) {
  const char32_t next = CharBehind(it.text, it.number.end);
  return next == 0 || IsAmong(next, U",。;、()");
}

// A time or measure that a noun follows at once: 90学时培训, 24小时热线. Days
// and hours that end a clause are figures; years are ages and dates.
bool IsModifier(const NumberInText& it) {
  const std::string& unit = it.number.figure.unit();
  if (IsFactor(it)) return true;
  if (IsTimeUnit(unit)) {
    const bool measures = unit == "天" || unit == "小时" || unit == "分钟";
    return !measures || !EndsHere(it);
  }
  if (unit != "学时" && unit != "课时" && unit != "学分") return false;
  const char32_t next = CharBehind(it.text, it.number.end);
  return IsHan(next) && next != U'和' && next != U'以';
}

// Number words below ten are slogans and set phrases more often than facts,
// but not where they measure how a thing grew or what share it is.
bool IsSmallWord(const NumberInText& it) {
  constexpr std::array<std::string_view, 6> kMeasures = {"%",  "‰",  "成",
                                                         "倍", "折", "百分点"};
  const auto& figure = it.number.figure;
  const std::string& unit = figure.unit();
  if (unit == "番") return !AnyEndsAt(it.text, it.begin, {U"翻", U"翻了"});
  const bool measures =
      std::find(kMeasures.begin(), kMeasures.end(), unit) != kMeasures.end();
  return it.numeral.value.size() < 2 && it.numeral.high.empty() && !measures;
}

// 千兆网络, 上百年: a multiplier alone is a number only with a hedge.
bool IsBareMultiplier(const NumberInText& it) {
  return it.numeral.bare && it.number.figure.hedge() == 0;
}

// Number words are figures where they count or measure something; 十分 is an
// adverb, 千万 and 万一 are too.
bool IsWordFigure(const NumberInText& it) {
  const auto& figure = it.number.figure;
  if (it.numeral.name || IsBareMultiplier(it)) return false;
  if (it.text[it.begin - 1] == U'半') return false;  // 半百
  if (it.numeral.bare && figure.unit().empty()) return false;
  if (!it.HasMeasure() || IsSmallWord(it)) return false;
  return !(figure.unit() == "分" && figure.value() == "10");
}

// 以3:2战胜, 比分3:2: goals, not a share.
bool IsScore(const NumberInText& it) {
  if (it.numeral.value.find(':') == std::string::npos) return false;
  const int at = AfterSpaces(it.text, it.end());
  return AnyEndsAt(it.text, it.begin, {U"比分", U"比分为"}) ||
         AnyStartsAt(it.text, at,
                     {U"战胜", U"击败", U"力克", U"险胜", U"获胜", U"取胜",
                      U"的比分", U"大胜", U"战平", U"胜"});
}

// A bare number is a figure only where a noun stands before it and the clause
// ends behind it: 参训人数239，
bool EndsClause(const NumberInText& it) {
  const char32_t before = CharBefore(it.text, it.begin);
  const char32_t next = CharBehind(it.text, it.end());
  const bool noun = IsHan(before) || before == U':' || before == U')';
  return noun && (next == 0 || IsAmong(next, U",。;、()"));
}

// What names a code: 电话12345, QQ：12345.
bool FollowsCodeWord(const NumberInText& it) {
  int end = it.begin;
  while (end > 0 &&
         (IsSpace(it.text[end - 1]) || IsAmong(it.text[end - 1], U":为是"))) {
    --end;
  }
  return AnyEndsAt(
      it.text, end,
      {U"电话", U"热线", U"传真",   U"邮编",   U"邮政编码", U"编码", U"代码",
       U"QQ",   U"群号", U"帐号",   U"账号",   U"编号",     U"号码", U"证号",
       U"手机", U"微信", U"专业码", U"标识码", U"文号",     U"批号", U"邮箱"});
}

// Telephone numbers, postcodes and the like: many digits, no measure. A label
// may lead to a large count: 图书总数105600，
bool IsNumberCode(const NumberInText& it) {
  if (it.HasMeasure()) return false;
  if (FollowsCodeWord(it)) return true;
  if (it.numeral.value.find('.') != std::string::npos) return false;
  if (it.end() - it.begin < 6) return false;
  const bool counts = EndsClause(it) && it.text[it.begin] != U'0' &&
                      it.numeral.value.size() <= 8 &&
                      IsAmong(CharBefore(it.text, it.begin), U"数值额量积");
  return !counts;
}

// 信息化2.0，: a version.
bool IsVersion(const NumberInText& it) {
  const std::string& value = it.numeral.value;
  return !it.HasMeasure() && value.size() == 3 &&
         value.compare(1, 2, ".0") == 0;
}

// 90及以上集中培训: a bound without a measure belongs to the noun behind it.
bool IsBoundOfNoun(const NumberInText& it) {
  const int end = it.number.end;
  return it.number.figure.unit().empty() && IsHan(it.text[end]) &&
         it.text[end] != U'的' && AnyEndsAt(it.text, end, {U"以上", U"以下"});
}

NumberKind KindOfWords(const NumberInText& it) {
  if (IsDateInWords(it)) return NumberKind::kDate;
  if (IsSectionInWords(it)) return NumberKind::kOrdinal;
  if (!IsWordFigure(it) || IsScore(it)) return NumberKind::kName;
  return IsModifier(it) ? NumberKind::kModifier : NumberKind::kFigure;
}

}  // namespace

NumberKind KindOf(const NumberInText& it) {
  if (it.names.Covers(it.begin)) return NumberKind::kName;
  if (IsOrdinal(it)) return NumberKind::kOrdinal;
  if (it.numeral.in_words) return KindOfWords(it);
  if (IsDate(it) || IsClockTime(it)) return NumberKind::kDate;
  if (IsNumberCode(it) || IsScore(it)) return NumberKind::kName;
  if (IsSectionNumber(it)) return NumberKind::kOrdinal;
  if (TouchesLatin(it) || IsVersion(it)) return NumberKind::kName;
  if (IsModifier(it)) return NumberKind::kModifier;
  if (IsBoundOfNoun(it)) return NumberKind::kBare;
  if (!it.HasMeasure() && !EndsClause(it)) return NumberKind::kBare;
  return NumberKind::kFigure;
}

}  // namespace nianbao::intake
