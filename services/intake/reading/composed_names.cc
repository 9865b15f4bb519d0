#include "services/intake/reading/composed_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/levels.h"
#include "services/intake/reading/measures.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {

bool IsShareUnit(const std::string& unit) {
  return unit == "%" || unit == "‰" || unit == "成";
}

std::string NormalValue(const std::u32string& value) {
  const LeveledLabel leveled = TakeLevel(ToUtf8(value));
  return leveled.label.empty() ? leveled.level : ToUtf8(value);
}

std::u32string WithAttribute(const std::u32string& topic,
                             const std::u32string& attribute) {
  if (topic.ends_with(attribute) || attribute.find(topic) != attribute.npos) {
    return topic.size() > attribute.size() ? topic : attribute;
  }
  // 新生中，三年制705人
  constexpr std::u32string_view kKinds[] = {U"制", U"籍", U"一体"};
  if (NamesPersons(topic) && !BackWord(attribute, kKinds).empty()) {
    return attribute + topic;
  }
  // 疫苗接种3310人，接种率95%
  if (attribute.ends_with(U'率') &&
      topic.ends_with(attribute.substr(0, attribute.size() - 1))) {
    return topic + U"率";
  }
  const bool taking =
      attribute.size() == 4 &&
      (attribute.starts_with(U"参加") || attribute.starts_with(U"参与"));
  if (!taking) return topic + attribute;
  return attribute.substr(0, 2) + topic + attribute.substr(2);
}

SharedWords SplitShare(std::u32string words) {
  constexpr std::u32string_view kBacks[] = {U"占比", U"的比例", U"的比重",
                                            U"比例", U"比重",   U"比率",
                                            U"的",   U"了",     U"所"};
  while (CutBack(words, kBacks)) {
  }
  constexpr std::u32string_view kAmounting = U"相当于";
  const std::size_t amounts = words.find(kAmounting);
  if (amounts != words.npos) words.replace(amounts, kAmounting.size(), U"占");
  const std::size_t at = words.find(U'占');
  if (at == words.npos) return {words, U""};
  std::u32string part = words.substr(0, at);
  while (CutBack(part, kBacks)) {
  }
  std::u32string whole = words.substr(at + 1);
  constexpr std::u32string_view kFronts[] = {U"全部", U"全校", U"全体", U"到",
                                             U"比"};
  while (whole.size() > 2 && CutFront(whole, kFronts)) {
  }
  return {part, whole};
}

void CutShareAdverbs(std::u32string& part) {
  constexpr std::u32string_view kAdverbs[] = {U"虽", U"只", U"仅", U"约",
                                              U"已", U"也", U"就", U"便"};
  std::u32string rest = part;
  while (CutFront(rest, kAdverbs)) {
  }
  if (rest.empty()) part.clear();
}

std::u32string WithoutMeasure(const std::string& title) {
  constexpr std::u32string_view kMeasures[] = {U"总人数", U"人数", U"总数",
                                               U"数"};
  std::u32string noun = Fold(title);
  CutBack(noun, kMeasures);
  return noun;
}

std::string LabelOfThing(std::u32string noun, const std::string& unit) {
  noun.erase(std::remove(noun.begin(), noun.end(), U'的'), noun.end());
  return ToUtf8(Measured(std::move(noun), unit));
}

std::string LabelOfPart(const std::u32string& noun, const std::u32string& part,
                        const std::string& unit) {
  constexpr std::u32string_view kActivities[] = {U"培训", U"研修", U"学习",
                                                 U"竞赛", U"比赛", U"活动"};
  const std::u32string persons(PersonsOf(noun));
  if (unit == "人" && persons.size() > 1 &&
      !BackWord(part, kActivities).empty()) {
    return LabelOfThing(part + persons, unit);
  }
  return LabelOfThing(noun, unit) + "（" + ToUtf8(part) + "）";
}

std::u32string OfSex(const std::u32string& whole, const std::u32string& sex) {
  for (const std::u32string_view kind : {U"在校", U"毕业", U"住校"}) {
    if (whole.find(kind) == whole.npos) continue;
    return std::u32string(kind) + (sex.size() == 1 ? sex + U"生" : sex);
  }
  return sex;
}

}  // namespace nianbao::intake
