#include "services/intake/reading/table_units.h"

#include <array>
#include <string_view>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

bool Ends(const std::string& text, std::string_view tail) {
  return text.size() >= tail.size() &&
         std::string_view(text).substr(text.size() - tail.size()) == tail;
}

// Last words of names that count persons.
constexpr std::array<std::string_view, 15> kPersons = {
    "人数", "生数",   "人",     "学生", "教师", "规模", "教师数", "总数",
    "生源", "毕业生", "在校生", "就业", "升学", "职工", "干部"};

constexpr std::array<std::string_view, 3> kPercents = {"率", "比例", "满意度"};

// 项数 → 项, 人次 → 人次; the word before 数 must be a unit and stand alone or
// behind a noun of its own.
std::string CountedUnit(const std::string& name, const Lexicon& lexicon) {
  std::u32string words = Fold(name);
  if (!words.empty() && words.back() == U'数') words.pop_back();
  const Chars chars(ToUtf8(words));
  const auto match = lexicon.units.EndingAt(chars, chars.size());
  const bool whole = match.length > 0 && match.length == chars.size();
  return whole || match.normal == "人次" ? match.normal : "";
}

std::u32string Trimmed(const std::u32string& words) {
  std::u32string trimmed = words;
  while (!trimmed.empty() && IsSpace(trimmed.back())) trimmed.pop_back();
  while (!trimmed.empty() && IsSpace(trimmed.front())) trimmed.erase(0, 1);
  return trimmed;
}

// 表1 教师队伍 单位:人
std::string UnitAtEnd(const std::u32string& words, const Lexicon& lexicon) {
  constexpr std::u32string_view kLead = U"单位:";
  const std::size_t at = words.rfind(kLead);
  return at == std::u32string::npos
             ? ""
             : lexicon.units.NormalOf(Trimmed(words.substr(at + kLead.size())));
}

}  // namespace

std::string UnitInCell(const std::string& text, const Lexicon& lexicon) {
  if (text.empty() || text == "/") return "";
  const std::string normal = lexicon.units.NormalOf(Fold(text));
  return normal.empty() ? text : normal;
}

std::string UnitInBrackets(const std::string& text, const Lexicon& lexicon) {
  const std::u32string words = Fold(text);
  const std::size_t open = words.rfind(U'(');
  const std::size_t close = words.find(U')', open);
  if (open == std::u32string::npos || close == std::u32string::npos) {
    return UnitAtEnd(words, lexicon);
  }
  std::u32string inner = words.substr(open + 1, close - open - 1);
  for (const std::u32string_view lead : {U"单位:", U"单位"}) {
    if (inner.compare(0, lead.size(), lead) == 0) inner.erase(0, lead.size());
  }
  const std::string unit = lexicon.units.NormalOf(Trimmed(inner));
  return unit.empty() ? UnitAtEnd(words, lexicon) : unit;
}

std::string CutUnit(std::u32string& words, const Lexicon& lexicon) {
  const std::size_t open = words.rfind(U'(');
  const std::size_t close = words.rfind(U')');
  if (open == std::u32string::npos || close == std::u32string::npos ||
      close < open) {
    // 就业率%
    if (words.size() < 2 || words.back() != U'%') return "";
    words.pop_back();
    return "%";
  }
  const std::u32string inner = words.substr(open + 1, close - open - 1);
  const std::string unit = lexicon.units.NormalOf(Trimmed(inner));
  if (!unit.empty()) words.erase(open, close - open + 1);
  return unit;
}

std::string UnitByName(const std::string& name, const Lexicon& lexicon) {
  for (const std::string_view tail : kPercents) {
    if (Ends(name, tail)) return "%";
  }
  if (name.find("率(") != std::string::npos ||
      name.find("率（") != std::string::npos) {
    return "%";
  }
  const std::string counted = CountedUnit(name, lexicon);
  if (!counted.empty()) return counted;
  for (const std::string_view tail : kPersons) {
    if (Ends(name, tail)) return "人";
  }
  return "";
}

bool IsRateOfChange(const std::string& head) {
  for (const std::string_view word : {"幅", "率", "%", "比例"}) {
    if (head.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace nianbao::intake
