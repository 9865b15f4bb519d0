#include "services/validation/lists.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/label_key.h"
#include "services/validation/list_checks.h"
#include "services/validation/list_items.h"
#include "services/validation/list_totals.h"
#include "services/validation/partition.h"
#include "services/validation/plain_lists.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

bool IsTooMuch(const StatedSum& sum) {
  const auto total = SumOf(sum.items, sum.signs, sum.whole->quantity.unit);
  return total &&
         !core::CanBeAtMost(total->interval, sum.whole->quantity.rounded);
}

// The nearest large enough figure whose name ends the name of `part`, as 专业
// ends 省级品牌专业; -1 where there is none.
int WholeNamedBy(const ListChecks& lists, int part, int first, int before) {
  const Passage& passage = lists.passage();
  const Datum& datum = *passage.at(part).datum;
  const std::string lead = LabelKey(passage.Lead(part));
  for (int i = before - 1; i >= first; --i) {
    const Datum& whole = *passage.at(i).datum;
    if (passage.at(i).depth <= passage.at(part).depth && lists.IsPlain(i) &&
        !whole.key.empty() && whole.key != lead &&
        EndsWithAny(lead, {whole.key}) && Comparable(whole, datum) &&
        SamePeriod(whole, datum) &&
        whole.quantity.value >= datum.quantity.value) {
      return i;
    }
  }
  return -1;
}

// The nearest figure of the unit of `part` among the mentions [first, before)
// that is large enough, of the part's period first; where none is large enough,
// the nearest; -1 where there is none at all.
int WholeBefore(const ListChecks& lists, int part, int first, int before) {
  const Passage& passage = lists.passage();
  const Datum& datum = *passage.at(part).datum;
  int nearest = -1;
  int of_other_period = -1;
  const int named = WholeNamedBy(lists, part, first, before);
  if (named >= 0) return named;
  for (int i = before - 1; i >= first; --i) {
    const Mention& mention = passage.at(i);
    if (mention.depth > passage.at(part).depth || !lists.IsPlain(i)) continue;
    const auto whole = InUnit(mention.datum->quantity, datum.quantity.unit);
    if (!whole) continue;
    const bool same_period = SamePeriod(*mention.datum, datum);
    if (core::CanBeAtMost(datum.quantity.rounded, whole->rounded)) {
      if (same_period) return i;
      if (of_other_period < 0) of_other_period = i;
    }
    if (nearest < 0 && same_period) nearest = i;
  }
  return of_other_period >= 0 ? of_other_period : nearest;
}

// Items that are more than their whole: alternatives to each other contradict
// it, others may overlap.
void JudgeExcess(const StatedSum& sum, int whole, ListChecks& lists) {
  const StatedSum first{sum.whole, {sum.items.front()}, {}};
  if (IsTooMuch(first)) return lists.Add(whole, PartTooLarge(first));
  const auto subset = OnlySubset(sum);
  if (!subset.empty()) {
    lists.Add(whole, SumThatFits({sum.whole, subset, {}}));
  }
  lists.Add(whole, SumThatOverlaps(sum));
}

// Whether the last item takes in all that the others leave: 其他收入.
bool IsClosedByRest(const std::vector<std::string>& names) {
  return names.size() >= 3 && HasAny(names.back(), {"其他", "其它", "其余"}) &&
         std::none_of(names.begin(), names.end() - 1, [](const auto& name) {
           return HasAny(name, {"其他", "其它", "其余"});
         });
}

// What an item is called: the words before it, or those before the figure that
// it stands behind, as in "一等奖3项7人".
std::string NameOf(const Passage& passage, int mention) {
  std::string lead = passage.Lead(mention);
  if (lead.empty() && mention > 0) lead = passage.Lead(mention - 1);
  return lead + passage.at(mention).datum->fact->label();
}

// A list that need not be complete.
void JudgeOpen(int whole, const std::vector<ListItem>& items,
               ListChecks& lists) {
  const StatedSum sum = lists.SumOf(whole, items);
  std::vector<std::string> names;
  for (const ListItem& item : items) {
    names.push_back(NameOf(lists.passage(), item.mention));
  }
  const Partition partition = PartitionOf(names);
  StatedSum alternatives = sum;
  alternatives.items.resize(static_cast<std::size_t>(partition.alternatives));
  alternatives.signs.resize(alternatives.items.size());
  if (partition.alternatives >= 2 &&
      (partition.exhaustive || IsTooMuch(alternatives))) {
    lists.Add(whole, SumThatMust(alternatives));
  } else if (IsClosedByRest(names) && IsNearWhole(sum) &&
             !HasHedgedItem(lists.passage(), items,
                            lists.passage().at(items.back().mention).end)) {
    lists.Add(whole, SumThatMust(sum));
  } else if (!IsTooMuch(sum)) {
    lists.Add(whole, PartsThatFit(sum));
  } else if (items.size() == 1) {
    lists.Add(whole, PartTooLarge(sum));
  } else {
    JudgeExcess(sum, whole, lists);
  }
}

// Whether the items exclude each other.
bool AreAlternatives(const Passage& passage,
                     const std::vector<ListItem>& items) {
  std::vector<std::string> names;
  for (const ListItem& item : items) {
    names.push_back(NameOf(passage, item.mention));
  }
  return PartitionOf(names).alternatives == static_cast<int>(items.size());
}

// Whether parts of the figure before start here: behind 其中, or behind 包括
// that follows the figure at once.
bool OpensParts(const Passage& passage, int mention) {
  const std::string before = Compact(passage.Before(mention));
  return Has(before, "其中") ||
         StartsWithAny(StripStart(before, {"，", ",", "：", "（"}), {"包括"});
}

// The mention behind the 其中 whose list `mention` starts: itself, or the first
// figure of another unit, as the people in "其中一等奖3项7人"; -1 where it
// starts none.
int AmongBefore(const Passage& passage, int mention) {
  for (int i = mention; i >= passage.SentenceOf(mention).first; --i) {
    if (i < mention &&
        Comparable(*passage.at(i).datum, *passage.at(mention).datum)) {
      return -1;
    }
    if (OpensParts(passage, i)) return i;
  }
  return -1;
}

// "课题12项结题或获奖，… 。其中一等奖1项、二等奖2项、三等奖7项": a sentence
// that opens with 其中 lists parts of what the sentence before counts first.
void FindAmongBefore(int first, ListChecks& lists) {
  const Passage& passage = lists.passage();
  if (passage.GroupFirst(first) != first || first == 0) return;
  const int last = ListEnd(passage, first, passage.SentenceOf(first).last);
  const int start = passage.GroupFirst(first - 1);
  const auto items_of = [&](int whole) {
    return ItemsBetween(passage, first, last, *passage.at(whole).datum,
                        passage.at(first).depth);
  };
  for (int whole = first - 1; whole >= start; --whole) {
    if (!lists.IsPlain(whole) || lists.IsDone(whole)) continue;
    const auto items = items_of(whole);
    if (items.size() >= 2 && lists.TryCover(whole, items, true)) return;
  }
  for (int whole = start; whole < first; ++whole) {
    const Datum& datum = *passage.at(whole).datum;
    if (!lists.IsPlain(whole) || lists.IsDone(whole)) continue;
    const auto items = items_of(whole);
    if (items.size() < 2) continue;
    const StatedSum sum = lists.SumOf(whole, items);
    const bool wrong = AreAlternatives(passage, items) && IsNearWhole(sum) &&
                       SamePeriod(datum, *passage.at(first).datum);
    if (whole == start || wrong) {
      if (!IsTooMuch(sum) || wrong) JudgeOpen(whole, items, lists);
      return;
    }
  }
}

// "A 100人，其中甲 60人，乙 40人".
void FindAmong(int first, ListChecks& lists) {
  const Passage& passage = lists.passage();
  if (!lists.IsPlain(first)) return;
  const int among = AmongBefore(passage, first);
  if (among < 0) return;
  const int whole = WholeBefore(lists, first, passage.GroupFirst(first), among);
  if (whole < 0) return FindAmongBefore(first, lists);
  const Datum& datum = *passage.at(whole).datum;
  const auto items_to = [&](int last) {
    return ItemsBetween(passage, first, ListEnd(passage, first, last), datum,
                        passage.at(first).depth);
  };
  if (lists.TryCover(whole, items_to(passage.GroupLast(first)), false)) return;
  const auto items = items_to(passage.SentenceOf(first).last);
  if (!items.empty()) JudgeOpen(whole, items, lists);
}

// "100人（甲 60人，乙 40人）".
void FindInBrackets(int whole, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const Mention& mention = passage.at(whole);
  if (!lists.IsPlain(whole) ||
      !StartsWithAny(Compact(passage.After(whole)), {"（", "("})) {
    return;
  }
  int last = whole + 1;
  while (last < passage.SentenceOf(whole).last &&
         passage.at(last).depth > mention.depth) {
    ++last;
  }
  const auto items =
      ItemsBetween(passage, whole + 1, last, *mention.datum, mention.depth + 1);
  if (lists.IsDone(whole) || lists.TryCover(whole, items, false)) return;
  if (items.size() >= 2 && AreAlternatives(passage, items)) {
    JudgeOpen(whole, items, lists);
  }
}

bool EndsMadeOf(std::string_view after) {
  return HasAny(after.substr(0, FindAny(after, {"，", ",", "、"})),
                {"组成", "构成"});
}

// "97人，由甲84人和乙13人组成": the list is all there is.
void FindMadeOf(int first, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const int whole = first - 1;
  if (whole < passage.SentenceOf(first).first ||
      !StartsWithAny(passage.Lead(first), {"由"}) || !lists.IsPlain(whole) ||
      lists.IsDone(whole)) {
    return;
  }
  int last = first;
  const int end = passage.SentenceOf(first).last;
  while (last < end && !EndsMadeOf(passage.After(last))) ++last;
  if (last == end) return;
  const auto items =
      ItemsBetween(passage, first, last + 1, *passage.at(whole).datum,
                   passage.at(whole).depth);
  if (items.size() >= 2 && IsNearWhole(lists.SumOf(whole, items)) &&
      !HasHedgedItem(passage, items, passage.at(last).end)) {
    lists.Add(whole, SumThatMust(lists.SumOf(whole, items)));
  }
}

}  // namespace

void FindLists(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    ListChecks lists(passage, checks);
    for (int i = 0; i < passage.size(); ++i) {
      FindMadeOf(i, lists);
      FindAmong(i, lists);
      FindListTotal(i, lists);
      FindInBrackets(i, lists);
    }
    FindPlainLists(lists);
  }
}

}  // namespace nianbao::validation
