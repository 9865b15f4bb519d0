#include "services/intake/reading/function_words.h"

#include <algorithm>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// Words behind the digits of a date.
constexpr std::u32string_view kDateWords[] = {
    U"学年度", U"上半年", U"下半年", U"学年", U"年度", U"年初", U"年底",
    U"年末",   U"年",     U"月份",   U"月",   U"日",   U"届",   U"级"};

// Words that say nothing of what is counted.
constexpr std::u32string_view kLeading[] = {
    U"年内",   U"期间",   U"中",     U"其中",   U"学校",   U"我校", U"全校",
    U"本校",   U"现有",   U"目前",   U"现拥有", U"拥有",   U"共有", U"共计",
    U"合计",   U"总计",   U"累计",   U"另有",   U"还有",   U"同时", U"并且",
    U"截至",   U"截止",   U"全年",   U"本年度", U"年度内", U"年度", U"年",
    U"度",     U"月",     U"日",     U"底",     U"末",     U"共",   U"有",
    U"现",     U"已",     U"并",     U"和",     U"及",     U"以及", U"与",
    U"是",     U"等",     U"的",     U"为",     U"则",     U"届",   U"当前",
    U"今",     U"减去",   U"再减去", U"加上",   U"除了",   U"除",   U"眼下",
    U"如今",   U"现今",   U"里头",   U"里面",   U"一共",   U"总共", U"近三年",
    U"近五年", U"近两年", U"三年来", U"秋季",   U"春季",   U"两项", U"各项",
    U"三项",   U"上半年", U"下半年", U"本年"};

// Words that begin like one of those and mean something.
constexpr std::u32string_view kMeaning[] = {
    U"及格", U"现代", U"现场", U"现金",     U"有效",     U"有偿",    U"年级",
    U"年均", U"年龄", U"年制", U"月均",     U"月津",     U"月薪",    U"月收",
    U"日均", U"日常", U"共青", U"共同",     U"共建",     U"共享",    U"和谐",
    U"比例", U"比重", U"比率", U"比赛",     U"中职",     U"中级",    U"中本",
    U"除尘", U"除险", U"除外", U"中高",     U"中专",     U"中心",    U"中国",
    U"中外", U"中餐", U"中小", U"中文",     U"中西",     U"中式",    U"中医",
    U"中药", U"中层", U"中华", U"中央",     U"中期",     U"中等",    U"中学",
    U"中青", U"中考", U"中共", U"学校助学", U"学校奖学", U"学校资助"};

constexpr std::u32string_view kTrailing[] = {
    U"现有", U"分别为", U"分别达", U"总数为", U"达到了", U"达到", U"高达",
    U"共有", U"共计",   U"合计",   U"总计",   U"累计",   U"分别", U"已有",
    U"只有", U"仅有",   U"约为",   U"达",     U"为",     U"有",   U"共",
    U"仅",   U"已",     U"是",     U"了",     U"到",     U"至",   U"约",
    U"和",   U"及",     U"与",     U"近",     U"计",     U"等",   U"的",
    U"在",   U"每",     U"由",     U"从",     U"各"};

// What a figure is compared with. Longest first.
constexpr std::u32string_view kComparisons[] = {
    U"与上年相比", U"与去年相比", U"与上年同期相比", U"比上一学年",
    U"较上一学年", U"比上年同期", U"较上年同期",     U"比去年同期",
    U"较去年同期", U"比上一年度", U"较上一年度",     U"比上年度",
    U"较上年度",   U"比上学年",   U"较上学年",       U"比上一年",
    U"较上一年",   U"比上一届",   U"较上一届",       U"与上一届",
    U"比上届",     U"较上届",     U"比上年",         U"比去年",
    U"较上年",     U"较去年",     U"与上年",         U"与去年",
    U"低于上年",   U"高于上年",   U"低于去年",       U"高于去年",
    U"低于上届",   U"高于上届",   U"低于上一届",     U"高于上一届",
    U"由上年",     U"由去年",     U"从上年",         U"从去年",
    U"分别比",     U"上年同期",   U"去年同期",       U"上一学年",
    U"上一年度",   U"上一年",     U"上一届",         U"上学年",
    U"上年度",     U"上年末",     U"上年",           U"去年",
    U"上届",       U"同期",       U"同比",           U"环比",
    U"相比",       U"相较",       U"一年来",         U"一年中",
    U"一年"};

constexpr std::u32string_view kBareComparisons[] = {U"比", U"较"};

// Whether the last character only leads to the figure compared with:
// 在校生总数比, but not 生师比 or 占比.
bool EndsInComparison(const std::u32string& words) {
  constexpr std::u32string_view kOfNouns = U"占师之对环同生配百量";
  return words.size() > 3 && (words.back() == U'比' || words.back() == U'较') &&
         kOfNouns.find(words[words.size() - 2]) == std::u32string_view::npos;
}

bool CutBackComparison(std::u32string& words) {
  if (CutBack(words, kComparisons)) return true;
  if (!EndsInComparison(words)) return false;
  words.pop_back();
  return true;
}

bool BeginsWithMeaning(const std::u32string& words) {
  return !FrontWord(words, kMeaning).empty();
}

}  // namespace

bool CutComparisons(std::u32string& words) {
  bool cut = false;
  while (!BeginsWithMeaning(words) &&
         (CutFront(words, kComparisons) || CutFront(words, kBareComparisons))) {
    cut = true;
  }
  while (CutBackComparison(words)) cut = true;
  return cut;
}

void CutFunctionWords(std::u32string& words) {
  // Words that end like one of those and mean something.
  constexpr std::u32string_view kMeant[] = {
      U"设计", U"会计", U"统计", U"审计", U"签约", U"续约", U"合约", U"节约",
      U"预约", U"行为", U"普及", U"中等", U"同等", U"发达", U"邻近", U"附近"};
  const auto cut_back = [&] {
    return BackWord(words, kMeant).empty() &&
           (CutBack(words, kTrailing) || CutBackComparison(words));
  };
  while (cut_back()) {
  }
  const std::u32string whole = words;
  while (!BeginsWithMeaning(words) &&
         (CutFront(words, kLeading) || CutFront(words, kComparisons) ||
          CutFront(words, kBareComparisons))) {
  }
  // 学校推荐526人: without its subject the verb says nothing.
  const std::size_t among = whole.starts_with(U"其中") ? 2 : 0;
  const bool subject = whole.substr(among).starts_with(U"学校");
  if (subject && words.size() == 2 && whole.size() == among + 4) {
    words = whole.substr(among);
  }
}

int DateWordsEnd(std::u32string_view text, int at) {
  auto next = static_cast<std::size_t>(at);
  while (next < text.size() && IsSpace(text[next])) ++next;
  const auto word =
      FrontWord(text.substr(std::min(next, text.size())), kDateWords);
  return word.empty() ? at : static_cast<int>(next + word.size());
}

}  // namespace nianbao::intake
