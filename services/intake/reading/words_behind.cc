#include "services/intake/reading/words_behind.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/composed_names.h"
#include "services/intake/reading/group_bounds.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// First words of relative clauses with a number in them.
constexpr std::u32string_view kRelative[] = {
    U"可容纳",   U"能容纳", U"可供", U"容纳",   U"占地",
    U"建筑面积", U"面积",   U"超过", U"总投资", U"投资",
    U"价值",     U"年产值", U"有效", U"为期",   U"单价"};

// First words of what a list of persons does.
constexpr std::u32string_view kDoing[] = {U"参加", U"参与", U"获得", U"荣获",
                                          U"取得", U"考取", U"通过"};

// 高素质、高技能的制造工程师人才: what adjectives that 、 lists belong to.
std::u32string BehindAdjectives(const std::u32string& words,
                                const std::u32string& tail) {
  const std::size_t of = tail.rfind(U'的');
  constexpr std::size_t kLongestAdjective = 8;
  const bool noun = of != tail.npos && tail.size() >= of + 3;
  return noun && words.size() <= kLongestAdjective &&
                 words.find(U'的') == words.npos
             ? tail.substr(of + 1)
             : U"";
}

// `words` end at a 、 in front of `end`: 20个创业、创新和创客团队.
std::u32string WithList(const Chars& text, int end, int limit,
                        const std::u32string& words) {
  int last = end;
  while (text[last] == U'、' && last < limit) last = ClauseEnd(text, last + 1);
  if (last == end || last > limit) return words;
  const std::u32string tail = Between(text, end, last);
  const bool doing = HasAnyWord(words, kDoing);
  if (!doing) {
    const std::u32string noun = BehindAdjectives(words, tail);
    if (!noun.empty()) return noun;
  }
  return doing || tail.find(U'和') != tail.npos ? words + tail : words;
}

// 可容纳920人的智慧报告厅: the noun behind the clause that holds `inner`; empty
// where there is none.
std::u32string BehindRelative(const Chars& text, const Number& number,
                              const Number& inner, int limit) {
  const std::u32string lead = Between(text, number.end, inner.begin);
  if (!number.classifier || FrontWord(lead, kRelative).empty()) return U"";
  const int end = std::min(ClauseEnd(text, inner.end), limit);
  const std::u32string words = Between(text, inner.end, end);
  const std::size_t of = words.find(U'的');
  if (of == words.npos || words.size() < of + 3) return U"";
  // 智慧报告厅等空间
  return words.substr(of + 1, words.find(U'等', of + 3) - of - 1);
}

// 3个铜奖--…: a dash ends the noun.
std::u32string BeforeDash(const std::u32string& words) {
  constexpr std::size_t kShortest = 3;
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (words[at] != U'-') continue;
    const bool between = IsHan(words[at - 1]) && IsHan(words[at + 1]);
    if (words[at + 1] == U'-' || (between && at >= kShortest)) {
      return words.substr(0, at);
    }
  }
  return words;
}

}  // namespace

std::u32string Between(const Chars& text, int begin, int end) {
  if (begin >= end) return U"";
  std::u32string words = text.folded().substr(
      static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  words.erase(std::remove_if(words.begin(), words.end(), IsSpace), words.end());
  return words;
}

std::u32string RightOf(const Chars& text, const std::vector<Number>& numbers,
                       std::size_t index) {
  const Number& number = numbers[index];
  int end = ClauseEnd(text, number.end);
  const auto begin_of = [&](std::size_t i) {
    return i < numbers.size() ? numbers[i].begin : text.size();
  };
  for (std::size_t i = index + 1; i < numbers.size(); ++i) {
    const Number& next = numbers[i];
    if (next.kind != NumberKind::kFigure && next.kind != NumberKind::kDate) {
      continue;
    }
    if (next.begin < end) {
      const std::u32string group = GroupWithin(text, number, next);
      if (!group.empty()) return group;
      const std::u32string noun =
          BehindRelative(text, number, next, begin_of(i + 1));
      if (!noun.empty()) return noun;
      end = next.begin;
    }
    break;
  }
  return BeforeDash(
      WithList(text, end, begin_of(index + 1), Between(text, number.end, end)));
}

bool MeasuresBehind(const Number& number, const std::u32string& right,
                    const std::u32string& left) {
  constexpr std::string_view kAreas[] = {"平方米", "万平方米", "亩"};
  const std::string& unit = number.figure.unit();
  if (std::find(std::begin(kAreas), std::end(kAreas), unit) ==
      std::end(kAreas)) {
    return false;
  }
  constexpr std::u32string_view kVerbEnds = U"有起成了出设建增";
  constexpr std::u32string_view kNoNoun = U"以和及与为占的并约合折左右、,";
  const bool verb =
      left.empty() || kVerbEnds.find(left.back()) != kVerbEnds.npos;
  return verb && right.size() >= 2 && IsHan(right.front()) &&
         kNoNoun.find(right.front()) == kNoNoun.npos;
}

std::u32string ShareBehind(const Number& number, const std::u32string& right) {
  if (!IsShareUnit(number.figure.unit()) || right.size() < 3) return U"";
  const bool of = right.front() == U'的';
  constexpr std::u32string_view kNoNoun = U"以和及与为占并左右多,比";
  if (!of && (number.figure.unit() != "成" || !IsHan(right.front()) ||
              kNoNoun.find(right.front()) != kNoNoun.npos)) {
    return U"";
  }
  std::u32string noun = CountedPhrase(right.substr(of ? 1 : 0), false);
  constexpr std::size_t kLongest = 16;
  constexpr std::u32string_view kRates[] = {U"率",   U"比例", U"比重",
                                            U"目标", U"要求", U"标准"};
  if (noun.size() < 2 || noun.size() > kLongest) return U"";
  return BackWord(noun, kRates).empty() ? noun + U"占比" : U"";
}

}  // namespace nianbao::intake
