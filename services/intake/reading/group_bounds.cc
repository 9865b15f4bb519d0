#include "services/intake/reading/group_bounds.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/word_ends.h"
#include "services/intake/reading/words_behind.h"

namespace nianbao::intake {
namespace {

// Words before a bound, and what is bounded stands before them.
constexpr std::u32string_view kLimits[] = {U"介于", U"高于", U"低于", U"超过",
                                           U"大于", U"小于", U"不足", U"不满"};

constexpr int kLongestMeasure = 8;

// Whether persons may be told apart by it: money, age and scores.
bool MeasuresPersons(const std::string& unit) {
  return unit == "元" || unit == "元/月" || unit == "万元" || unit == "岁" ||
         unit == "周岁" || unit == "分";
}

// The end of 人 behind which the clause says no more than what is measured and
// that `end` bounds it: 239人起薪高于; -1 for others.
int PersonsEnd(const Chars& text, int end) {
  const int first = std::max(ClauseBegin(text, end), end - kLongestMeasure);
  for (int at = end - 1; at > first; --at) {
    if (IsDigit(text[at])) return -1;
    if (text[at] == U'人' && IsDigit(text[at - 1])) return at + 1;
  }
  return -1;
}

// The clause's end; (含) within it is none.
int EndOf(const Chars& text, int at) {
  constexpr std::u32string_view kIncluding = U"(含)";
  int end = ClauseEnd(text, at);
  if (text.HasAt(end, kIncluding)) {
    end = ClauseEnd(text, end + static_cast<int>(kIncluding.size()));
  }
  return end;
}

}  // namespace

bool BoundsGroup(const Chars& text, const Number& number) {
  if (!MeasuresPersons(number.figure.unit())) return false;
  int digits = number.begin;
  while (digits < number.end && !IsDigit(text[digits])) ++digits;
  for (const std::u32string_view limit : kLimits) {
    if (text.EndsAt(digits, limit) && PersonsEnd(text, digits) > 0) return true;
  }
  constexpr std::u32string_view kPersons[] = {U"以上人数", U"以上的人数",
                                              U"以下人数", U"以下的人数",
                                              U"以上学生", U"以下学生"};
  for (const std::u32string_view persons : kPersons) {
    for (int at = number.end - 3; at <= number.end; ++at) {
      if (at > digits && text.HasAt(at, persons)) return true;
    }
  }
  return false;
}

std::u32string GroupWithin(const Chars& text, const Number& number,
                           const Number& next) {
  if (number.figure.unit() != "人" || !MeasuresPersons(next.figure.unit()) ||
      next.begin - number.end > kLongestMeasure) {
    return U"";
  }
  std::u32string words = Between(text, number.end, EndOf(text, next.end));
  constexpr std::u32string_view kIncluding = U"(含)";
  const std::size_t including = words.find(kIncluding);
  if (including != words.npos) words.erase(including, kIncluding.size());
  constexpr std::size_t kLongest = 22;
  return HasAnyWord(words, kLimits) && words.size() <= kLongest ? words : U"";
}

std::u32string GroupAhead(const Chars& text, const std::vector<Number>& numbers,
                          std::size_t index, const std::u32string& left) {
  const Number& number = numbers[index];
  constexpr std::u32string_view kBehind[] = {U"的", U"之间的", U"以上的",
                                             U"以下的"};
  const bool behind = !left.empty() && FrontWord(left, kBehind) == left;
  if (index == 0 || !behind || number.figure.unit() != "人") return U"";
  const int begin = ClauseBegin(text, number.begin);
  const Number& bound = numbers[index - 1];
  constexpr int kLongest = 22;
  const bool near = bound.end > begin && number.begin - begin <= kLongest;
  return near && MeasuresPersons(bound.figure.unit())
             ? Between(text, begin, number.begin)
             : U"";
}

}  // namespace nianbao::intake
