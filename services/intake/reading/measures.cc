#include "services/intake/reading/measures.h"

#include <algorithm>
#include <iterator>

#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

struct Measure {
  std::string_view unit;
  std::u32string_view word;
};

constexpr Measure kMeasures[] = {
    {"人次", U"人次"},     {"人日", U"人日数"}, {"场", U"场次"},
    {"次", U"次数"},       {"节", U"节数"},     {"期", U"期数"},
    {"批", U"批次"},       {"份", U"份数"},     {"班", U"班次"},
    {"篇", U"篇数"},       {"天", U"天数"},     {"小时", U"时长"},
    {"学时", U"学时"},     {"课时", U"课时"},   {"平方米", U"面积"},
    {"万平方米", U"面积"}, {"亩", U"面积"},     {"元", U"金额"},
    {"万元", U"金额"},     {"亿元", U"金额"},   {"册", U"册数"},
    {"门", U"门数"},       {"条", U"条数"},     {"件", U"件数"},
    {"册次", U"册次"},     {"剂", U"剂次"},     {"公斤", U"量"},
    {"吨", U"量"}};

constexpr std::string_view kCounted[] = {
    "个", "项", "家", "所", "门", "种", "间", "套", "台", "册", "件",
    "本", "支", "张", "处", "条", "辆", "位", "幢", "组", "户", "例",
    "只", "块", "座", "幅", "株", "类", "部", "枚", "批"};

// Last words of phrases that say by themselves what is measured.
constexpr std::u32string_view kMoney[] = {
    U"经费", U"金额", U"资金", U"收入", U"支出", U"投入", U"拨款", U"补贴",
    U"投资", U"费",   U"款",   U"值",   U"金",   U"额",   U"资",   U"薪",
    U"酬",   U"标准", U"结余", U"效益", U"自筹", U"元",   U"补助", U"价"};

constexpr std::u32string_view kMeasured[] = {
    U"数", U"率", U"比", U"比例", U"比重", U"人次", U"总量", U"量",  U"规模",
    U"额", U"次", U"长", U"度",   U"份额", U"工时", U"学时", U"课时"};

std::u32string_view MeasureOf(const std::u32string& phrase,
                              std::string_view unit) {
  if (unit == "人") return NamesPersons(phrase) ? U"数" : U"人数";
  // 在线课程门数, but 课程数.
  if ((unit == "门" || unit == "条" || unit == "件") && phrase.size() < 4)
    return U"数";
  if (unit == "册" && phrase != U"购书" && phrase != U"藏书") return U"数";
  for (const Measure& measure : kMeasures) {
    if (measure.unit == unit) return measure.word;
  }
  return std::find(std::begin(kCounted), std::end(kCounted), unit) !=
                 std::end(kCounted)
             ? U"数"
             : U"";
}

bool IsMoney(std::string_view unit) { return unit.ends_with("元"); }

}  // namespace

std::u32string Measured(std::u32string phrase, std::string_view unit) {
  // 万人次 are 人次.
  for (const std::string_view many : {"万", "亿"}) {
    const bool counted = unit.starts_with(many) && !unit.ends_with("元");
    if (counted) unit.remove_prefix(many.size());
  }
  if (phrase.empty() || phrase.ends_with(U')')) return phrase;
  // 升学总量增加84人
  constexpr std::u32string_view kAmounts[] = {U"总量", U"总规模"};
  if (unit == "人" && CutBack(phrase, kAmounts)) return phrase + U"人数";
  if (IsMoney(unit) && !BackWord(phrase, kMoney).empty()) return phrase;
  if (!BackWord(phrase, kMeasured).empty()) return phrase;
  const std::u32string_view word = MeasureOf(phrase, unit);
  if (phrase.ends_with(word)) return phrase;
  return phrase + std::u32string(word);
}

std::u32string ShareName(std::u32string part, std::u32string whole) {
  for (std::u32string* words : {&part, &whole}) {
    words->erase(std::remove(words->begin(), words->end(), U'的'),
                 words->end());
  }
  // Who reports is the whole of everything: 占全校 says nothing more.
  constexpr std::u32string_view kAll[] = {U"全校", U"全部", U"总人数", U"总数"};
  const bool among = whole.size() > 2 && part.ends_with(whole);
  if (among || FrontWord(whole, kAll) == whole) return part + U"占比";
  // Of its pupils most shares are; they are called by the part alone.
  constexpr std::u32string_view kPupils[] = {U"学生", U"在校生"};
  const bool pupils = HasAnyWord(whole, kPupils);
  if (whole == U"全日制在校生") whole = U"在校生";
  return pupils ? part + U"占比(占" + whole + U")"
                : part + U"占" + whole + U"比例";
}

}  // namespace nianbao::intake
