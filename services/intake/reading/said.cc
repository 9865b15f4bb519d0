#include "services/intake/reading/said.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao::intake {
namespace {

// Last words of labels that name a group of persons within the school.
constexpr std::array<std::string_view, 17> kGroups = {
    "订单班", "冠名班", "实验班", "学徒班", "试点班", "培训班",
    "特色班", "队",     "社团",   "团队",   "小组",   "工作室",
    "基地",   "企业",   "公司",   "集团",   "工坊"};

bool IsGroup(const std::string& label) {
  return std::any_of(
      kGroups.begin(), kGroups.end(), [&](std::string_view tail) {
        return label.size() >= tail.size() &&
               label.compare(label.size() - tail.size(), tail.size(), tail) ==
                   0;
      });
}

// Whether it is so much for each, of which nothing is a part.
bool IsAverage(const Said& said) {
  return said.noun.starts_with(U"平均") || said.noun.starts_with(U"班均") ||
         said.noun.starts_with(U"人均") || said.noun.starts_with(U"生均");
}

}  // namespace

const Said* SaidSoFar::Governing(int sentence, const std::string& unit) const {
  const Said* last = Last();
  // 主干带宽10000兆，出口带宽由1000兆扩至2000兆
  if (last != nullptr && last->from && last->sentence == sentence &&
      last->unit == unit) {
    return last;
  }
  for (const Said& said : said_) {
    if (said.sentence == sentence && said.unit == unit) return &said;
  }
  if (last == nullptr || last->unit != unit || !IsAverage(*last)) return last;
  // 在校生3268人，平均班额45人；比上年净增116人
  const Said* counted = Whole(0, last->at, unit);
  return counted == nullptr ? last : counted;
}

const Said* SaidSoFar::Before(int at) const {
  const Said* found = nullptr;
  for (const Said& said : said_) {
    if (said.at < at) found = &said;
  }
  return found;
}

const Said* SaidSoFar::Called(int sentence, const std::string& words) const {
  for (auto said = said_.rbegin(); said != said_.rend(); ++said) {
    if (sentence >= 0 && said->sentence != sentence) break;
    if (said->label == words) return &*said;
  }
  return nullptr;
}

const Said* SaidSoFar::Whole(int from, int to, const std::string& unit) const {
  for (auto said = said_.rbegin(); said != said_.rend(); ++said) {
    if (said->at < from) break;
    const bool whole =
        said->part.empty() && said->unit == unit && !IsAverage(*said);
    if (whole && said->at < to) return &*said;
  }
  return nullptr;
}

const Said* SaidSoFar::AnyWhole(int from) const {
  for (auto said = said_.rbegin(); said != said_.rend(); ++said) {
    if (said->at < from) break;
    if (said->part.empty() && said->unit != "%") return &*said;
  }
  return nullptr;
}

std::vector<const Said*> SaidSoFar::LastBefore(int at, int count) const {
  std::vector<const Said*> found;
  for (const Said& said : said_) {
    if (said.at < at) found.push_back(&said);
  }
  const auto size = static_cast<std::ptrdiff_t>(found.size());
  found.erase(found.begin(),
              found.begin() + std::max<std::ptrdiff_t>(0, size - count));
  return found;
}

const Said* Summed(std::u32string_view phrase, const SaidSoFar& before) {
  constexpr std::u32string_view kTotal = U"总数";
  if (phrase.size() != 4 || !phrase.ends_with(kTotal)) return nullptr;
  return before.EndingIn(phrase.substr(0, 2));
}

const Said* SaidSoFar::EndingIn(std::u32string_view noun) const {
  const auto found =
      std::find_if(said_.begin(), said_.end(), [&](const Said& said) {
        return said.noun.size() > noun.size() && said.noun.ends_with(noun);
      });
  return found == said_.end() ? nullptr : &*found;
}

bool SaidSoFar::HasTitleEnding(const std::string& words) const {
  return std::any_of(said_.begin(), said_.end(), [&](const Said& said) {
    return said.title.ends_with(words);
  });
}

std::string SaidSoFar::GroupOf(int sentence, const std::string& unit) const {
  if (unit != "人") return "";
  for (auto said = said_.rbegin(); said != said_.rend(); ++said) {
    if (said->sentence != sentence) return "";
    if (said->unit != "人" && said->unit != "%" && IsGroup(said->label))
      return said->label;
  }
  return "";
}

}  // namespace nianbao::intake
