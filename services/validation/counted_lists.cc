#include "services/validation/counted_lists.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "services/validation/count_checks.h"
#include "services/validation/counts.h"
#include "services/validation/enumerations.h"
#include "services/validation/marked_lists.h"
#include "services/validation/text_blocks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// A number that is further off belongs to something else.
constexpr int kFarthest = 2;
// Two names may be of anything.
constexpr std::size_t kFewestToRefute = 3;
// How far behind a count its list may start, in bytes.
constexpr std::size_t kNear = 180;
constexpr std::size_t kLongestNoun = 60;

Listed ListedAs(const Enumeration& names, int count) {
  // 等 leaves open whether the last 和 joins two names.
  return {count, names.items, {}, names.open ? names.least : 0};
}

bool IsOff(const Enumeration& names, int count) {
  const int gap =
      count < names.least ? names.least - count : count - names.most;
  return gap > 0 && gap <= kFarthest;
}

// Whether a figure of its own stands among the names: then they are amounts.
bool HasFigure(const ReportView& view, const TextBlock& block,
               const Enumeration& names) {
  return DatumAt(view, block, names.begin, names.end) != nullptr;
}

// Whether each name stands in quotes, the first behind words that lead up.
bool AreQuoted(const Enumeration& names) {
  return std::all_of(
      names.items.begin(), names.items.end(), [](const std::string& item) {
        return EndsWithAny(item, {"”", "》"}) && HasAny(item, {"“", "《"});
      });
}

// "甲、乙、丙等三个专业".
std::optional<Check> JudgeBefore(const ReportView& view,
                                 const CountInText& stated,
                                 const std::vector<int>& nesting) {
  const TextBlock& block = *stated.block;
  const Enumeration names =
      EnumerationBefore(block.text, nesting, stated.count.begin);
  if (names.items.empty() || HasFigure(view, block, names)) {
    return std::nullopt;
  }
  const int count = stated.count.value;
  if (names.CanBe(count)) {
    return CountCheck(view, stated, ListedAs(names, count));
  }
  // 等 leaves names out, but never adds some.
  const bool more = count > names.most;
  // "甲、乙以及三个…" goes on to one more, and counts nothing.
  const bool bound =
      names.tied ||
      (names.end == stated.count.begin &&
       !EndsWithAny(names.items.back(), {"以及", "和", "及", "与", "或"}));
  if (!bound || (names.open && more) || !IsOff(names, count) ||
      names.items.size() < kFewestToRefute ||
      !(AreOfOneKind(names) || AreQuoted(names))) {
    return std::nullopt;
  }
  return CountCheck(view, stated,
                    ListedAs(names, more ? names.most : names.least));
}

// Where a list that belongs to a count starts and ends.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  // Whether the text says that the list is all there is.
  bool closed = false;
};

std::size_t SentenceEnd(std::string_view text, std::size_t from) {
  const std::size_t end = text.find("。", from);
  return end == std::string_view::npos ? text.size() : end;
}

// The byte behind the bracket that opens at `open`, before its closing mark.
std::size_t BracketEnd(std::string_view text, const std::vector<int>& nesting,
                       std::size_t open) {
  std::size_t at = open;
  while (at < text.size() && nesting[at] >= nesting[open]) {
    at += CharacterSize(text.substr(at));
    if (at < text.size() && StartsWithAny(text.substr(at), {"）", ")"}) &&
        nesting[at] == nesting[open]) {
      return at;
    }
  }
  return at;
}

// The list right behind the noun: in brackets, behind a colon or 分别是.
std::optional<Range> RangeRightBehind(std::string_view text,
                                      const std::vector<int>& nesting,
                                      std::size_t count_end) {
  const std::string_view behind = text.substr(count_end);
  const std::size_t mark =
      FindAny(behind, {"（", "(", "：", ":", "，", "。", "；", "、", "”"});
  if (mark == std::string_view::npos || mark > kLongestNoun) {
    return std::nullopt;
  }
  std::size_t at = count_end + mark;
  if (StartsWithAny(text.substr(at), {"”"})) {
    at += CharacterSize(text.substr(at));
  }
  const std::string_view rest = text.substr(at);
  if (StartsWithAny(rest, {"（", "("})) {
    return Range{at + CharacterSize(rest), BracketEnd(text, nesting, at), true};
  }
  for (const std::string_view word : {"：", "，分别是", "，分别为", "，即",
                                      "，它们是", "，依次是", "，依次为"}) {
    if (StartsWithAny(rest, {word})) {
      return Range{at + word.size(), SentenceEnd(text, at), true};
    }
  }
  return std::nullopt;
}

// A list further behind in the sentence, which the words lead to.
std::optional<Range> RangeFurtherBehind(std::string_view text,
                                        std::size_t count_end) {
  const std::size_t end = SentenceEnd(text, count_end);
  const std::string_view rest = text.substr(count_end, end - count_end);
  std::size_t best = std::string_view::npos;
  std::size_t size = 0;
  for (const std::string_view word : {"分别是", "分别为", "指的是", "是指",
                                      "就是", "包括", "涵盖", "：", "即"}) {
    const std::size_t at = rest.find(word);
    if (at < best && at < kNear) {
      best = at;
      size = word.size();
    }
  }
  if (best == std::string_view::npos) return std::nullopt;
  return Range{count_end + best + size, end, false};
}

// The names in the range that are as many as stated, rather of one kind than
// clauses; null where none are.
const Enumeration* Fitting(const std::vector<Enumeration>& found, int count) {
  for (const Enumeration& names : found) {
    if (names.CanBe(count) && AreOfOneKind(names)) return &names;
  }
  for (const Enumeration& names : found) {
    if (names.CanBe(count)) return &names;
  }
  return nullptr;
}

// Whether the only names of the range refute the count.
bool Refutes(const std::vector<Enumeration>& found, const Range& range,
             int count) {
  if (!range.closed || found.size() != 1) return false;
  const Enumeration& names = found.front();
  return !names.open && IsOff(names, count) && AreOfOneKind(names) &&
         names.items.size() >= kFewestToRefute && names.begin == range.begin &&
         names.end == range.end;
}

std::optional<Check> JudgeIn(const ReportView& view, const CountInText& stated,
                             const std::vector<int>& nesting,
                             const Range& range) {
  const TextBlock& block = *stated.block;
  if (range.begin >= range.end) return std::nullopt;
  const auto found =
      EnumerationsIn(block.text, nesting, range.begin, range.end);
  const int count = stated.count.value;
  if (const Enumeration* names = Fitting(found, count)) {
    return CountCheck(view, stated, ListedAs(*names, count));
  }
  if (!Refutes(found, range, count) || HasFigure(view, block, found.front()) ||
      HasAny(block.text.substr(range.begin, range.end - range.begin),
             {"包括", "含", "其中", "如", "等", "除"})) {
    return std::nullopt;
  }
  const Enumeration& names = found.front();
  return CountCheck(
      view, stated,
      ListedAs(names, count > names.most ? names.most : names.least));
}

void FindIn(const ReportView& view, const TextBlock& block, Checks& checks) {
  const std::vector<int> nesting = NestingOf(block.text);
  for (const StatedCount& count : CountsIn(block.text)) {
    const CountInText stated = CountAt(block, count);
    auto check = JudgeBefore(view, stated, nesting);
    if (!check) {
      if (const auto range = RangeRightBehind(block.text, nesting, count.end)) {
        check = JudgeIn(view, stated, nesting, *range);
      }
    }
    if (!check) {
      if (const auto range = RangeFurtherBehind(block.text, count.end)) {
        check = JudgeIn(view, stated, nesting, *range);
      }
    }
    if (!check) check = MarkedList(view, stated, nesting);
    if (check) checks.push_back(*std::move(check));
  }
}

}  // namespace

void FindCountedLists(const ReportView& view, Checks& checks) {
  for (const TextBlock& block : TextBlocksOf(view)) {
    FindIn(view, block, checks);
  }
}

}  // namespace nianbao::validation
