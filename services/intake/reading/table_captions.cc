#include "services/intake/reading/table_captions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/intake/reading/periods.h"
#include "services/intake/reading/table_units.h"

namespace nianbao::intake {
namespace {

// Words before the subject that name no part of it. Longest first.
constexpr std::array<std::u32string_view, 22> kLeads = {
    U"近三年", U"近五年", U"近两年", U"近几年", U"三年来", U"部分",
    U"学校",   U"我校",   U"本校",   U"全校",   U"各类",   U"主要",
    U"两年",   U"各",     U"分",     U"与",     U"和",     U"至",
    U"-",      U"年",     U"的",     U"、"};

// 部分专业 are no 分专业.
constexpr std::array<std::u32string_view, 1> kSome = {U"部分"};

// Words behind the subject that say only how it is shown. Longest first.
constexpr std::array<std::u32string_view, 29> kTails = {
    U"变化情况", U"基本情况", U"一览表", U"统计表", U"汇总表", U"情况表",
    U"明细表",   U"对比表",   U"情况",   U"统计",   U"一览",   U"汇总",
    U"明细",     U"名单",     U"分布",   U"对比",   U"比较",   U"变化",
    U"分类",     U"数据",     U"两年",   U"如下",   U"结构",   U"表",
    U"及",       U"与",       U"和",     U"的",     U"、"};

// What a table is divided by is no part of what it counts.
constexpr std::array<std::u32string_view, 10> kDivisions = {
    U"分专业", U"各专业", U"按专业", U"分年级", U"各年级",
    U"按年级", U"分学部", U"各学部", U"分系部", U"各系部"};

constexpr std::array<std::u32string_view, 32> kMeasures = {
    U"数",   U"率",   U"满意度", U"程度", U"起薪", U"月薪", U"年薪", U"比例",
    U"占比", U"人次", U"班次",   U"场次", U"经费", U"费用", U"总额", U"金额",
    U"收入", U"支出", U"拨款",   U"投入", U"面积", U"总量", U"成绩", U"得分",
    U"数量", U"总值", U"价值",   U"学时", U"课时", U"课酬", U"补贴", U"带宽"};

// Whom tables count. A longer one comes before one that it contains.
constexpr std::array<std::u32string_view, 5> kPersons = {
    U"毕业生", U"教职工", U"教师", U"师资", U"学生"};

bool Starts(const std::u32string& text, std::u32string_view word) {
  return text.compare(0, word.size(), word) == 0;
}

bool Ends(const std::u32string& text, std::u32string_view word) {
  return text.size() >= word.size() &&
         text.compare(text.size() - word.size(), word.size(), word) == 0;
}

bool HasAny(const std::u32string& text, std::u32string_view marks) {
  return text.find_first_of(marks) != std::u32string::npos;
}

// 表1-2, 附表 3, 图四: the number and what parts it from the words.
void CutNumber(std::u32string& text) {
  std::size_t at = Starts(text, U"附") || Starts(text, U"续") ? 1 : 0;
  if (at >= text.size() || (text[at] != U'表' && text[at] != U'图')) return;
  constexpr std::u32string_view kNumber =
      U"0123456789一二三四五六七八九十-.:、·";
  const std::size_t first = ++at;
  while (at < text.size() && IsSpace(text[at])) ++at;
  while (at < text.size() && kNumber.find(text[at]) != kNumber.npos) ++at;
  // 附表 2021年招生 has no number but a year.
  if (at < text.size() && text[at] == U'年') at = first;
  if (at > first) text.erase(0, at);
}

void CutBrackets(std::u32string& text) {
  for (std::size_t open = text.find(U'('); open != std::u32string::npos;
       open = text.find(U'(')) {
    const std::size_t close = text.find(U')', open);
    text.erase(open, close == std::u32string::npos ? close : close - open + 1);
  }
  const std::size_t unit = text.find(U"单位:");
  if (unit != std::u32string::npos) text.erase(unit);
}

void CutPeriods(std::u32string& text, CaptionWords& words) {
  const auto mentions = FindPeriods(Chars(ToUtf8(text)));
  if (mentions.size() == 1) words.period = mentions.front().period;
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    text.erase(static_cast<std::size_t>(it->begin),
               static_cast<std::size_t>(it->end - it->begin));
  }
}

// Cuts words off one end as long as something is left.
template <typename Words>
void Strip(std::u32string& text, const Words& words, bool front) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::u32string_view word : words) {
      const bool found = front ? Starts(text, word) : Ends(text, word);
      if (!found || text.size() < word.size() + 2) continue;
      text.erase(front ? 0 : text.size() - word.size(), word.size());
      cut = true;
      break;
    }
  }
}

std::string PersonsIn(const std::u32string& text) {
  for (const std::u32string_view word : kPersons) {
    if (text.find(word) == std::u32string::npos) continue;
    return word == U"师资" ? "教师" : ToUtf8(word);
  }
  return "";
}

}  // namespace

bool IsMeasure(const std::string& name) {
  const std::u32string words = Fold(name);
  return std::any_of(
      kMeasures.begin(), kMeasures.end(),
      [&](std::u32string_view word) { return Ends(words, word); });
}

CaptionWords WordsOfCaption(const std::string& caption,
                            const Lexicon& lexicon) {
  CaptionWords words;
  words.unit = UnitInBrackets(caption, lexicon);
  std::u32string text = Fold(caption);
  CutBrackets(text);
  CutNumber(text);
  text.erase(std::remove_if(text.begin(), text.end(), IsSpace), text.end());
  CutPeriods(text, words);
  words.persons = PersonsIn(text);
  Strip(text, kSome, true);
  for (const std::u32string_view division : kDivisions) {
    const std::size_t at = text.find(division);
    if (at != std::u32string::npos) text.erase(at, division.size());
  }
  Strip(text, kLeads, true);
  Strip(text, kTails, false);
  words.noun = ToUtf8(text);
  words.measure = IsMeasure(words.noun) && !HasAny(text, U"与和及、");
  return words;
}

}  // namespace nianbao::intake
