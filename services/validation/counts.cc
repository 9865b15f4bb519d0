#include "services/validation/counts.h"

#include <string>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr int kFewest = 2;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// 1 to 9; zero for another character.
int DigitWord(std::string_view text) {
  constexpr std::string_view kWords[] = {"一", "二", "三", "四", "五",
                                         "六", "七", "八", "九"};
  if (StartsWithAny(text, {"两"})) return 2;
  for (int i = 0; i < 9; ++i) {
    if (StartsWithAny(text, {kWords[i]})) return i + 1;
  }
  return 0;
}

std::string_view From(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at) : std::string_view();
}

std::optional<SmallNumber> DigitsAt(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && IsDigit(text[size])) ++size;
  if (size == 0 || size > 2 || text[0] == '0') return std::nullopt;
  const std::string_view rest = From(text, size);
  if (!rest.empty() && (IsLetter(rest[0]) || rest[0] == '.' || rest[0] == '-' ||
                        rest[0] == '/' || rest[0] == ':')) {
    return std::nullopt;
  }
  return SmallNumber{std::stoi(std::string(text.substr(0, size))), size};
}

std::optional<SmallNumber> WordsAt(std::string_view text) {
  constexpr std::size_t kWord = 3;  // bytes of each
  const int first = DigitWord(text);
  std::size_t size = first > 0 ? kWord : 0;
  int value = first;
  if (StartsWithAny(From(text, size), {"十"})) {
    size += kWord;
    const int last = DigitWord(From(text, size));
    if (last > 0) size += kWord;
    value = (first > 0 ? first : 1) * 10 + last;
  }
  if (size == 0 || DigitWord(From(text, size)) > 0) return std::nullopt;
  return SmallNumber{value, size};
}

bool IsCountedBefore(std::string_view before) {
  if (before.empty()) return true;
  const char last = before.back();
  return !IsDigit(last) && !IsLetter(last) && last != '.' && last != '-' &&
         last != '+' && last != ',' &&
         DigitWord(before.substr(before.size() < 3 ? 0 : before.size() - 3)) ==
             0 &&
         !EndsWithAny(before,
                      {"第", "十", "百", "千", "万",   "亿",  "近", "约",
                       "超", "每", "前", "余", "上",   "初",  "高", "—",
                       "－", "～", "之", "点", "超过", "达到"});
}

// Bytes of the measure word at the start; zero for none.
std::size_t MeasureSize(std::string_view text) {
  if (StartsWithAny(text, {"个月", "个小时", "个学期", "个学年", "个工作日",
                           "个百分点", "个学时", "个课时", "个多", "大于",
                           "人次", "项次", "级以", "点半"})) {
    return 0;
  }
  for (const std::string_view word :
       {"方面", "层面", "领域", "板块", "环节", "阶段", "维度", "个", "项",
        "大",   "名",   "位",   "人",   "种",   "类",   "条",   "家", "门",
        "所",   "支",   "件",   "块",   "维",   "科",   "方",   "区", "级",
        "步",   "篇",   "本",   "套",   "场",   "处",   "间",   "部", "批"}) {
    if (StartsWithAny(text, {word})) return word.size();
  }
  return 0;
}

// Bytes of the one or two characters between a numeral that opens a quote and
// the mark that closes it, as in “六共”; zero for none.
std::size_t SloganSize(std::string_view before, std::string_view behind) {
  if (!EndsWithAny(before, {"“"})) return 0;
  std::size_t size = 0;
  for (int i = 0; i < 2 && size < behind.size(); ++i) {
    size += CharacterSize(behind.substr(size));
    if (StartsWithAny(From(behind, size), {"”"})) return size;
  }
  return 0;
}

}  // namespace

std::optional<SmallNumber> SmallNumberAt(std::string_view text) {
  const auto digits = DigitsAt(text);
  const auto number = digits ? digits : WordsAt(text);
  if (!number) return std::nullopt;
  if (StartsWithAny(From(text, number->size),
                    {"百", "千", "万", "亿", "余", "多", "几", "分之"})) {
    return std::nullopt;
  }
  return number;
}

std::vector<StatedCount> CountsIn(std::string_view text) {
  std::vector<StatedCount> counts;
  for (std::size_t at = 0; at < text.size();) {
    // Most characters begin no number, which is told soonest.
    const auto number = SmallNumberAt(text.substr(at));
    if (!number || !IsCountedBefore(text.substr(0, at))) {
      at += CharacterSize(text.substr(at));
      continue;
    }
    const std::size_t end = at + number->size;
    std::size_t measure = end;
    while (measure < text.size() && text[measure] == ' ') ++measure;
    std::size_t size = MeasureSize(From(text, measure));
    if (size == 0) size = SloganSize(text.substr(0, at), From(text, end));
    // 二级 is a rank; two levels are 两级.
    const bool rank = StartsWithAny(From(text, at), {"二级"});
    if (size > 0 && number->value >= kFewest && !rank) {
      counts.push_back({number->value, at, end, measure + size});
    }
    at = end;
  }
  return counts;
}

}  // namespace nianbao::validation
