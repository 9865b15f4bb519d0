#include "services/validation/plain_lists.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// A plain list makes up the count before it by chance where that is small.
constexpr int kLeastWhole = 10;
// Characters that two leads must share at their end to open alike.
constexpr std::size_t kLeastEnding = 4;

std::size_t CommonEnding(const std::string& a, const std::string& b) {
  const auto x = Characters(a);
  const auto y = Characters(b);
  return static_cast<std::size_t>(
      std::mismatch(x.rbegin(), x.rend(), y.rbegin(), y.rend()).first -
      x.rbegin());
}

bool CanBeWhole(const ListChecks& lists, int mention) {
  return !lists.IsDone(mention) && lists.IsPlain(mention) &&
         lists.passage().at(mention).datum->quantity.value >= kLeastWhole;
}

// "按年级分，甲 60人，乙 40人" behind a total somewhere before.
void FindGrouped(int first, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const std::string before = Compact(passage.Before(first));
  const bool grouped = (Has(before, "按") && Has(before, "分")) ||
                       (Has(before, "从") && Has(before, "看"));
  if (!grouped || !lists.IsPlain(first)) return;
  const int last = ListEnd(passage, first, passage.SentenceOf(first).last);
  for (int whole = first - 1; whole >= 0; --whole) {
    if (!lists.IsPlain(whole)) continue;
    const auto items =
        ItemsBetween(passage, first, last, *passage.at(whole).datum,
                     passage.at(first).depth);
    if (lists.TryCover(whole, items, true)) return;
  }
}

// "A 100人，甲 60人，乙 40人".
void FindBehind(int whole, ListChecks& lists) {
  if (!CanBeWhole(lists, whole)) return;
  const Passage& passage = lists.passage();
  const Mention& mention = passage.at(whole);
  lists.TryCover(whole,
                 ItemsBetween(passage, whole + 1, passage.GroupLast(whole),
                              *mention.datum, mention.depth),
                 false);
}

// The last two characters of a label; empty where it is shorter.
std::string NounOf(const Datum& datum) {
  const auto characters = Characters(datum.key);
  if (characters.size() < 2) return "";
  return std::string(characters[characters.size() - 2]) +
         std::string(characters.back());
}

// "学生社团共34个。…四星级社团2个，三星级社团8个…": the next sentence lists
// what the same noun counts.
void FindInNextSentence(int whole, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const int first = passage.GroupLast(whole);
  if (first >= passage.size() || !CanBeWhole(lists, whole)) return;
  const Mention& mention = passage.at(whole);
  const std::string noun = NounOf(*mention.datum);
  std::vector<ListItem> items;
  for (const ListItem& item :
       ItemsBetween(passage, first, passage.GroupLast(first), *mention.datum,
                    mention.depth)) {
    if (!noun.empty() && Has(passage.at(item.mention).datum->key, noun)) {
      items.push_back(item);
    }
  }
  lists.TryCover(whole, items, false);
}

// "共106人。其中市内培训共66人，…。省内培训共40人，…": sentences that open
// alike are parts of what the sentence before counts.
void FindAlike(int first, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const int second = passage.GroupLast(first);
  if (passage.GroupFirst(first) != first || first == 0 ||
      second >= passage.size() || !lists.IsPlain(first) ||
      !lists.IsPlain(second) ||
      CommonEnding(passage.Lead(first), passage.Lead(second)) < kLeastEnding) {
    return;
  }
  for (int whole = first - 1; whole >= passage.GroupFirst(first - 1); --whole) {
    const Datum& datum = *passage.at(whole).datum;
    if (!CanBeWhole(lists, whole) ||
        !Comparable(datum, *passage.at(first).datum) ||
        !Comparable(datum, *passage.at(second).datum)) {
      continue;
    }
    if (lists.TryCover(whole, {{first, 1}, {second, 1}}, true)) return;
  }
}

}  // namespace

void FindPlainLists(ListChecks& lists) {
  for (int i = 0; i < lists.passage().size(); ++i) FindGrouped(i, lists);
  for (int i = 0; i < lists.passage().size(); ++i) {
    FindBehind(i, lists);
    FindInNextSentence(i, lists);
    FindAlike(i, lists);
  }
}

}  // namespace nianbao::validation
