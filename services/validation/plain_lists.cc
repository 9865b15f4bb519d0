#include "services/validation/plain_lists.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/partition.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// A plain list makes up the count before it by chance where that is small, less
// often where it uses up the sentence.
constexpr int kLeastWhole = 10;
constexpr int kLeastInSentence = 5;
// A grouped list of two may leave something out.
constexpr std::size_t kFewestGrouped = 3;
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

// The only figure of the items' unit and period in the sentences right before
// the list; -1 where there are several or none.
int OnlyWholeBefore(const ListChecks& lists, int first) {
  const Passage& passage = lists.passage();
  const Datum& item = *passage.at(first).datum;
  int only = -1;
  const int from = passage.GroupFirst(first) < first
                       ? passage.GroupFirst(first)
                       : passage.GroupFirst(std::max(first - 1, 0));
  for (int i = from; i < first; ++i) {
    const Datum& datum = *passage.at(i).datum;
    if (!lists.IsPlain(i) || !Comparable(datum, item) ||
        !SamePeriod(datum, item)) {
      continue;
    }
    if (only >= 0) return -1;
    only = i;
  }
  return only;
}

// A list that says by what it sorts names all there is.
void JudgeGrouped(int first, int last, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const int whole = OnlyWholeBefore(lists, first);
  if (whole < 0) return;
  const auto items = ItemsBetween(
      passage, first, last, *passage.at(whole).datum, passage.at(first).depth);
  if (items.size() < kFewestGrouped ||
      IsOpenList(passage, items, passage.SentenceOf(first).end) ||
      !IsNearWhole(lists.SumOf(whole, items))) {
    return;
  }
  lists.Add(whole, SumThatMust(lists.SumOf(whole, items)));
}

// "按年级分，甲 60人，乙 40人" behind a total somewhere before.
void FindGrouped(int first, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const std::string before = Compact(passage.Before(first));
  const bool grouped = (Has(before, "按") && Has(before, "分")) ||
                       (HasAny(before, {"从", "按"}) && Has(before, "看"));
  if (!grouped || !lists.IsPlain(first)) return;
  const int last = ListEnd(passage, first, passage.SentenceOf(first).last);
  for (int whole = first - 1; whole >= 0; --whole) {
    if (!lists.IsPlain(whole)) continue;
    const auto items =
        ItemsBetween(passage, first, last, *passage.at(whole).datum,
                     passage.at(first).depth);
    if (lists.TryCover(whole, items, true)) return;
  }
  JudgeGrouped(first, last, lists);
}

// "8人，学生5人，教师3人；": all that the sentence still counts.
void FindRest(int whole, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const Mention& mention = passage.at(whole);
  const int last = passage.SentenceOf(whole).last;
  if (lists.IsDone(whole) || !lists.IsPlain(whole) ||
      mention.datum->quantity.value < kLeastInSentence) {
    return;
  }
  const auto items =
      ItemsBetween(passage, whole + 1, last, *mention.datum, mention.depth);
  if (items.size() != static_cast<std::size_t>(last - whole - 1) ||
      items.size() < 2 ||
      std::any_of(items.begin(), items.end(), [&](const ListItem& item) {
        return passage.Lead(item.mention).empty();
      })) {
    return;
  }
  lists.TryCover(whole, items, true);
}

// "A 100人，甲 60人，乙 40人". Alternatives such as 省级, 市级 and 校级 that
// are more than the whole contradict it.
void FindBehind(int whole, ListChecks& lists) {
  if (!CanBeWhole(lists, whole)) return;
  const Passage& passage = lists.passage();
  const Mention& mention = passage.at(whole);
  const auto items_to = [&](int last) {
    return ItemsBetween(passage, whole + 1, last, *mention.datum,
                        mention.depth);
  };
  if (lists.TryCover(whole, items_to(passage.GroupLast(whole)), false)) return;
  const auto items = items_to(passage.SentenceOf(whole).last);
  std::vector<std::string> names;
  for (const ListItem& item : items) {
    names.push_back(passage.Lead(item.mention));
  }
  const StatedSum sum = lists.SumOf(whole, items);
  if (items.size() >= kFewestGrouped &&
      PartitionOf(names).alternatives == static_cast<int>(items.size()) &&
      IsNearWhole(sum)) {
    const auto total = SumOf(sum.items, sum.signs, sum.whole->quantity.unit);
    if (!core::CanBeAtMost(total->interval, sum.whole->quantity.rounded)) {
      lists.Add(whole, SumThatMust(sum));
    }
  }
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

// "共40人参加，甲7人，乙5人等": what 等 leaves open is at most the whole.
void FindOpen(int whole, ListChecks& lists) {
  if (!CanBeWhole(lists, whole)) return;
  const Passage& passage = lists.passage();
  if (!EndsWithAny(passage.Lead(whole), {"共", "共计", "共有"})) return;
  const Sentence& sentence = passage.SentenceOf(whole);
  const auto items =
      ItemsBetween(passage, whole + 1, sentence.last, *passage.at(whole).datum,
                   passage.at(whole).depth);
  if (items.size() < 2 || !IsOpenList(passage, items, sentence.end)) return;
  const StatedSum sum = lists.SumOf(whole, items);
  const auto total = SumOf(sum.items, sum.signs, sum.whole->quantity.unit);
  if (total &&
      core::CanBeAtMost(total->interval, sum.whole->quantity.rounded)) {
    lists.Add(whole, PartsThatFit(sum));
  }
}

// "核定编制295个。…已使用278个，余17个": what is used and what is left. It must
// be all there is where the three stand side by side.
void FindUsed(int left, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const int used = left - 1;
  if (used < 1 || !lists.IsPlain(left) || !lists.IsPlain(used) ||
      !StartsWithAny(passage.Lead(left),
                     {"余", "剩余", "尚余", "结余", "还剩", "空余", "空编"}) ||
      !HasAny(passage.Lead(used), {"使用", "已用", "支出", "用去", "占用"})) {
    return;
  }
  const int start = passage.GroupFirst(used) > 0
                        ? passage.GroupFirst(passage.GroupFirst(used) - 1)
                        : 0;
  for (int whole = used - 1; whole >= start; --whole) {
    if (!lists.IsPlain(whole) || lists.IsDone(whole)) continue;
    const Datum& datum = *passage.at(whole).datum;
    if (!Comparable(datum, *passage.at(used).datum) ||
        !Comparable(datum, *passage.at(left).datum)) {
      continue;
    }
    if (lists.TryCover(whole, {{used, 1}, {left, 1}}, true)) return;
    const bool beside =
        whole == used - 1 &&
        passage.at(whole).sentence == passage.at(left).sentence &&
        HasAny(passage.Lead(whole), {"核定", "预算", "下达", "到账", "总"});
    if (!beside) continue;
    lists.Add(whole, SumThatMust(lists.SumOf(whole, {{used, 1}, {left, 1}})));
    return;
  }
}

}  // namespace

void FindPlainLists(ListChecks& lists) {
  for (int i = 0; i < lists.passage().size(); ++i) FindGrouped(i, lists);
  for (int i = 0; i < lists.passage().size(); ++i) {
    FindBehind(i, lists);
    FindRest(i, lists);
    FindInNextSentence(i, lists);
    FindAlike(i, lists);
    FindUsed(i, lists);
    FindOpen(i, lists);
  }
}

}  // namespace nianbao::validation
