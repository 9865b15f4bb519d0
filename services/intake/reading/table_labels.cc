#include "services/intake/reading/table_labels.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/table_captions.h"

namespace nianbao::intake {
namespace {

constexpr std::array<std::string_view, 12> kEmptyHeads = {
    "数值", "数据",   "数量", "值",   "指标值", "统计值",
    "结果", "实际值", "数",   "情况", "填报值", "完成值"};

// Heads that count without saying what.
constexpr std::array<std::u32string_view, 22> kCounts = {
    U"人数",   U"金额", U"次数",   U"总数", U"数目",     U"比例",
    U"占比",   U"比率", U"百分比", U"到账", U"到账额",   U"到款",
    U"到款额", U"总额", U"规模",   U"面积", U"到账金额", U"平均分",
    U"平均值", U"人均", U"数额",   U"经费"};

constexpr std::array<std::u32string_view, 13> kLevels = {
    U"国家级", U"国家", U"省级",   U"省部级", U"地市级", U"地级", U"市级",
    U"区级",   U"县级", U"县区级", U"区县级", U"校级",   U"院级"};

constexpr std::array<std::u32string_view, 5> kDegrees = {
    U"硕士", U"博士", U"研究生", U"本科", U"专科"};

// Units that only count, unlike those that measure.
constexpr std::array<std::u32string_view, 26> kClassifiers = {
    U"人", U"个", U"张", U"间", U"台", U"套", U"项", U"家", U"门",
    U"本", U"种", U"幢", U"所", U"支", U"班", U"处", U"条", U"件",
    U"座", U"辆", U"组", U"对", U"部", U"篇", U"课", U"节"};

bool Ends(const std::u32string& text, std::u32string_view word) {
  return text.size() >= word.size() &&
         text.compare(text.size() - word.size(), word.size(), word) == 0;
}

bool Has(const std::u32string& text, std::u32string_view word) {
  return text.find(word) != std::u32string::npos;
}

template <typename Words>
bool IsOneOf(const std::u32string& text, const Words& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// 全日制, 男, 女生, 农村户籍: what sets a part of people or classes apart.
bool IsAdjective(const std::u32string& part) {
  for (const std::u32string_view end :
       {U"制", U"男", U"女", U"男生", U"女生", U"户籍", U"性", U"籍"}) {
    if (Ends(part, end)) return true;
  }
  return false;
}

// The whole's noun without the words that count it: 招生总数 → 招生.
std::u32string Stem(std::u32string whole) {
  for (const std::u32string_view end :
       {U"总人数", U"总数", U"人数", U"数量", U"总量", U"数"}) {
    if (!Ends(whole, end) || whole.size() < end.size() + 2) continue;
    whole.erase(whole.size() - end.size());
    break;
  }
  return whole;
}

// Neighbouring characters of a name, without marks.
std::set<std::u32string> PairsOf(const std::string& name) {
  std::u32string words = Fold(name);
  words.erase(
      std::remove_if(words.begin(), words.end(),
                     [](char32_t c) { return !IsHan(c) && !IsDigit(c); }),
      words.end());
  std::set<std::u32string> pairs;
  for (std::size_t i = 0; i + 2 <= words.size(); ++i) {
    pairs.insert(words.substr(i, 2));
  }
  return pairs;
}

// Whether two neighbouring characters of one name stand in the other.
bool ShareWord(const std::u32string& a, const std::u32string& b) {
  for (std::size_t i = 0; i + 2 <= a.size(); ++i) {
    if (IsHan(a[i]) && Has(b, std::u32string_view(a).substr(i, 2))) return true;
  }
  return false;
}

}  // namespace

bool SaysNothing(const std::string& head) {
  return head.empty() || std::find(kEmptyHeads.begin(), kEmptyHeads.end(),
                                   head) != kEmptyHeads.end();
}

bool OnlyCounts(const std::string& head, const Lexicon& lexicon) {
  std::u32string words = Fold(head);
  if (IsOneOf(words, kCounts)) return true;
  if (!words.empty() && words.back() == U'数') words.pop_back();
  return !lexicon.units.NormalOf(words).empty();
}

bool StandsAlone(const std::string& whole, const std::string& part,
                 bool same_unit) {
  if (!IsMeasure(part)) return false;
  return same_unit || ShareWord(Stem(Fold(whole)), Fold(part));
}

bool CountsPersons(const std::string& head) {
  const std::u32string words = Fold(head);
  for (const std::u32string_view word :
       {U"人数", U"占比", U"比例", U"比率", U"百分比", U"所占比例"}) {
    if (words == word) return true;
  }
  return false;
}

std::string PartLabel(const std::string& whole, const std::string& part,
                      bool same_unit) {
  const std::u32string words = Fold(part);
  if (whole.empty() || StandsAlone(whole, part, same_unit)) return part;
  const std::string stem = ToUtf8(Stem(Fold(whole)));
  if (IsMeasure(part)) return stem + part;
  if (!IsOneOf(words, kLevels) && IsAdjective(words)) {
    const bool counts = stem.size() < whole.size();
    return part + stem + (counts ? "数" : "");
  }
  return whole + "（" + part + "）";
}

std::string WithPersons(const std::string& name, const std::string& persons) {
  const std::u32string words = Fold(name);
  if (persons.empty()) return name;
  for (const std::u32string_view end :
       {U"职称", U"职务", U"学历", U"学位", U"素质", U"双师型", U"双师"}) {
    if (Ends(words, end)) return name + persons;
  }
  if (!Ends(words, U"以上") && !Ends(words, U"以下")) return name;
  const bool degree =
      std::any_of(kDegrees.begin(), kDegrees.end(),
                  [&](std::u32string_view word) { return Has(words, word); });
  return name + (degree ? "学历" : "") + persons;
}

bool AreAlike(const std::string& a, const std::string& b) {
  if (Has(Fold(a), Fold(b)) || Has(Fold(b), Fold(a))) return true;
  const auto left = PairsOf(a);
  const auto right = PairsOf(b);
  const auto shared = std::count_if(
      left.begin(), left.end(),
      [&](const std::u32string& pair) { return right.count(pair) > 0; });
  return 3 * static_cast<std::size_t>(shared) >=
         std::min(left.size(), right.size());
}

std::string NameOfCount(const std::string& name, const std::string& unit) {
  const std::u32string words = Fold(name);
  const bool counts = IsOneOf(Fold(unit), kClassifiers);
  if (!counts || words.empty() || !IsHan(words.back()) || IsMeasure(name)) {
    return name;
  }
  for (const std::u32string_view end :
       {U"规模", U"合计", U"编制", U"以上", U"以下", U"其他"}) {
    if (Ends(words, end)) return name;
  }
  return name + "数";
}

std::string OfPrizes(const std::string& head) {
  return Has(Fold(head), U"奖") ? head : "获奖" + head;
}

}  // namespace nianbao::intake
