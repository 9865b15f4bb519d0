#include "services/intake/reading/rank_numbers.h"

#include <string_view>

#include "services/intake/reading/calendar_numbers.h"
#include "services/intake/reading/near_words.h"

namespace nianbao::intake {
namespace {

// 前三名, 前10强, 排名前5%
bool IsRankFromTop(const NumberInText& it) {
  const Chars& text = it.text;
  const int at = AfterSpaces(text, it.end());
  const int end = BeforeSpaces(text, it.begin);
  if (text[end - 1] != U'前' ||
      AnyEndsAt(
          text, end,
          {U"目前", U"当前", U"之前", U"以前", U"年前", U"课前", U"日前",
           U"提前", U"月前", U"此前", U"岗前", U"考前", U"赛前", U"会前"})) {
    return false;
  }
  if (AnyStartsAt(text, at, {U"名", U"位", U"强", U"列", U"甲"})) return true;
  return text[at] == U'%' && AnyEndsAt(text, it.begin,
                                       {U"排名前", U"排前", U"位列前",
                                        U"位居前", U"居前", U"进入前"});
}

// 表1, 附表 1, 图2, 附件3, 案例4; a unit right behind counts: 案例4个.
bool IsNumberOfTitle(const NumberInText& it) {
  const int end = BeforeSpaces(it.text, it.begin);
  if (AnyEndsAt(it.text, end, {U"附表", U"附件", U"附图"})) return true;
  if (!IsAmong(it.text[end - 1], U"表图件例")) return false;
  if (AnyEndsAt(it.text, end, {U"比例"})) return false;
  const bool counts =
      !it.number.figure.unit().empty() &&
      !(IsSpace(it.text[it.end()]) && IsSpace(it.text[it.end() + 1]));
  return !counts;
}

// 3号楼, 2号线
bool IsNumberOfThing(const NumberInText& it) {
  constexpr std::u32string_view kThings = U"楼线机店馆厅门车池库桥院";
  return CharBehind(it.text, it.end()) == U'号' &&
         IsAmong(CharBehind(it.text, AfterSpaces(it.text, it.end()) + 1),
                 kThings);
}

}  // namespace

bool IsOrdinal(const NumberInText& it) {
  const char32_t before = CharBefore(it.text, it.begin);
  const char32_t next = CharBehind(it.text, it.end());
  if (before == U'第' || before == U'每') return true;
  // 第36-39页, 8页
  if (next == U'页' || IsNumberOfTitle(it) || IsNumberOfThing(it)) return true;
  if (next == U'届') return !IsFourDigitYear(it.text, it.begin);
  // 19级, 2018级, 二级, 一等奖: a grade; 级 counts nothing.
  if (next == U'级' || next == U'星' || IsRankFromTop(it)) return true;
  return next == U'等' && it.number.figure.unit().empty();
}

bool IsSectionInWords(const NumberInText& it) {
  const char32_t before = it.text[it.begin - 1];
  const char32_t next = it.text[it.end()];
  if (before == U'(' && next == U')') return true;
  const bool starts = it.begin == 0 || IsAmong(before, U"。;:\n");
  return starts && IsAmong(next, U"、.");
}

bool IsSectionNumber(const NumberInText& it) {
  const Chars& text = it.text;
  const char32_t next = text[it.end()];
  const char32_t before = text[it.begin - 1];
  const int digits = it.end() - it.begin;
  if (before == U'(' && next == U')' && digits <= 2) return true;
  if (before == U'.' && IsDigit(text[it.begin - 2])) return true;
  const bool starts = it.begin == 0 || IsAmong(before, U"。;:\n");
  if (!starts || digits > 5) return false;
  return IsAmong(next, U".、)") ||
         (it.begin == 0 && next == U' ' && it.number.figure.unit().empty());
}

}  // namespace nianbao::intake
