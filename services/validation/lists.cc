#include "services/validation/lists.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/list_items.h"
#include "services/validation/partition.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::HEDGE_UNSPECIFIED;

// A plain list makes up the count before it by chance where that is small.
constexpr int kLeastPlainWhole = 10;

// Characters that two leads must share at their end to open alike.
constexpr int kLeastEnding = 4;

int CommonEnding(const std::string& a, const std::string& b) {
  const auto x = Characters(a);
  const auto y = Characters(b);
  int same = 0;
  while (same < static_cast<int>(std::min(x.size(), y.size())) &&
         x[x.size() - 1 - static_cast<std::size_t>(same)] ==
             y[y.size() - 1 - static_cast<std::size_t>(same)]) {
    ++same;
  }
  return same;
}

bool IsWholeFigure(const Mention& mention) {
  const Datum& datum = *mention.datum;
  return !mention.change && !IsPercent(datum) && !IsPercentPoint(datum) &&
         datum.fact->figure().hedge() == HEDGE_UNSPECIFIED;
}

// Searches one passage; remembers which wholes have their parts.
class ListSearch {
 public:
  ListSearch(const Passage& passage, Checks& checks)
      : passage_(passage), checks_(checks) {}

  void Run() {
    for (int i = 0; i < passage_.size(); ++i) {
      if (Has(passage_.Before(i), "其中")) Among(i);
      if (HasAny(passage_.Lead(i), {"合计", "共计", "总计", "总共"})) Total(i);
      InBrackets(i);
    }
    for (int i = 0; i < passage_.size(); ++i) {
      Grouped(i);
      Plain(i);
      NextSentence(i);
      AlikeSentences(i);
    }
  }

 private:
  StatedSum SumOfItems(int whole, const std::vector<ListItem>& items) const {
    StatedSum sum{passage_.at(whole).datum, {}, {}};
    for (const ListItem& item : items) {
      sum.items.push_back(passage_.at(item.mention).datum);
      sum.signs.push_back(item.sign);
    }
    return sum;
  }

  // Adds the sum and the sums of its items' own parts, which were left out.
  void AddCover(int whole, const std::vector<ListItem>& items,
                const std::vector<ListItem>& taken) {
    done_.insert(whole);
    checks_.push_back(SumThatFits(SumOfItems(whole, taken)));
    for (std::size_t i = 0; i + 1 < taken.size(); ++i) {
      std::vector<ListItem> own;
      for (const ListItem& item : items) {
        if (item.mention > taken[i].mention &&
            item.mention < taken[i + 1].mention) {
          own.push_back(item);
        }
      }
      if (own.size() < 2) continue;
      done_.insert(taken[i].mention);
      checks_.push_back(SumThatFits(SumOfItems(taken[i].mention, own)));
    }
  }

  bool TryCover(int whole, const std::vector<ListItem>& items, bool to_end) {
    const auto taken =
        Cover(passage_, items, *passage_.at(whole).datum, to_end);
    if (taken.empty()) return false;
    AddCover(whole, items, taken);
    return true;
  }

  // The nearest figure of the unit of `part` before it, from `first` on, that
  // is large enough; where none is, the nearest.
  int WholeBefore(int part, int first) const {
    const Datum& datum = *passage_.at(part).datum;
    int nearest = -1;
    for (int i = part - 1; i >= first; --i) {
      const Mention& mention = passage_.at(i);
      if (mention.depth > passage_.at(part).depth || !IsWholeFigure(mention) ||
          !Comparable(*mention.datum, datum)) {
        continue;
      }
      if (core::CanBeAtMost(datum.quantity.rounded, InUnit(mention, datum))) {
        return i;
      }
      if (nearest < 0) nearest = i;
    }
    return nearest;
  }

  static core::Interval InUnit(const Mention& mention, const Datum& like) {
    return core::Convert(mention.datum->quantity, like.quantity.unit)->rounded;
  }

  // Mentions up to where a comparison or a total ends the list.
  int ListEnd(int first, int last) const {
    for (int i = first; i < last; ++i) {
      const std::string lead = passage_.Lead(i);
      if (i > first &&
          (StartsWithAny(lead, {"比", "较", "与"}) ||
           HasAny(lead, {"合计", "共计", "总计", "总共", "相比"}))) {
        return i;
      }
    }
    return last;
  }

  // "A 100人，其中甲 60人，乙 40人".
  void Among(int first) {
    const Mention& mention = passage_.at(first);
    if (!IsWholeFigure(mention)) return;
    const int whole = WholeBefore(first, passage_.GroupFirst(first));
    if (whole < 0) return;
    const Datum& datum = *passage_.at(whole).datum;
    const auto in_group =
        ItemsBetween(passage_, first, ListEnd(first, passage_.GroupLast(first)),
                     datum, mention.depth);
    if (TryCover(whole, in_group, false)) return;
    const auto items = ItemsBetween(
        passage_, first, ListEnd(first, passage_.SentenceOf(first).last), datum,
        mention.depth);
    if (!items.empty()) JudgeOpen(whole, items);
  }

  // A list that need not be complete.
  void JudgeOpen(int whole, const std::vector<ListItem>& items) {
    done_.insert(whole);
    const StatedSum sum = SumOfItems(whole, items);
    std::vector<std::string> names;
    for (const ListItem& item : items) {
      names.push_back(passage_.Lead(item.mention) +
                      passage_.at(item.mention).datum->fact->label());
    }
    const Partition partition = PartitionOf(names);
    StatedSum alternatives = sum;
    alternatives.items.resize(static_cast<std::size_t>(partition.alternatives));
    alternatives.signs.resize(alternatives.items.size());
    if (partition.exhaustive ||
        (partition.alternatives >= 2 && IsTooMuch(alternatives))) {
      checks_.push_back(SumThatMust(alternatives));
    } else if (!IsTooMuch(sum)) {
      checks_.push_back(PartsThatFit(sum));
    } else {
      const auto subset = OnlySubset(sum);
      if (!subset.empty()) {
        checks_.push_back(SumThatFits({sum.whole, subset, {}}));
      }
      checks_.push_back(SumThatOverlaps(sum));
    }
  }

  static bool IsTooMuch(const StatedSum& sum) {
    const auto total = SumOf(sum.items, sum.signs, sum.whole->quantity.unit);
    return total &&
           !core::CanBeAtMost(total->interval, sum.whole->quantity.rounded);
  }

  // "甲 60人，乙 40人，合计 100人".
  void Total(int whole) {
    const Mention& mention = passage_.at(whole);
    if (!IsWholeFigure(mention)) return;
    const Sentence& sentence = passage_.SentenceOf(whole);
    int first = sentence.first;
    for (int i = first; i < whole; ++i) {
      if (Has(passage_.Before(i), "其中")) first = i;
    }
    const auto items =
        ItemsBetween(passage_, first, whole, *mention.datum, mention.depth);
    for (std::size_t n = 2; n <= items.size(); ++n) {
      const std::vector<ListItem> suffix(items.end() - static_cast<long>(n),
                                         items.end());
      if (TryCover(whole, suffix, true)) return;
    }
    if (items.size() >= 2 && IsClosedList(items, whole)) {
      done_.insert(whole);
      checks_.push_back(SumThatMust(SumOfItems(whole, items)));
    }
  }

  // Whether nothing says that more is counted than the list names: no 等, each
  // item smaller than the total.
  bool IsClosedList(const std::vector<ListItem>& items, int whole) const {
    const Mention& total = passage_.at(whole);
    const std::string_view text =
        passage_.Text(passage_.at(items.front().mention).begin, total.begin);
    return !HasAny(text, {"等", "另", "以及其他"}) &&
           std::all_of(items.begin(), items.end(), [&](const ListItem& item) {
             const auto value =
                 core::Convert(passage_.at(item.mention).datum->quantity,
                               total.datum->quantity.unit);
             return value->value < total.datum->quantity.value;
           });
  }

  // "100人（甲 60人，乙 40人）".
  void InBrackets(int whole) {
    const Mention& mention = passage_.at(whole);
    if (!IsWholeFigure(mention) ||
        !StartsWithAny(Compact(passage_.After(whole)), {"（", "("})) {
      return;
    }
    int last = whole + 1;
    while (last < passage_.SentenceOf(whole).last &&
           passage_.at(last).depth > mention.depth) {
      ++last;
    }
    const auto items = ItemsBetween(passage_, whole + 1, last, *mention.datum,
                                    mention.depth + 1);
    if (items.size() >= 2) TryCover(whole, items, false);
  }

  // "按年级分，甲 60人，乙 40人" behind a total somewhere before.
  void Grouped(int first) {
    const std::string before = Compact(passage_.Before(first));
    const bool grouped = (Has(before, "按") && Has(before, "分")) ||
                         (Has(before, "从") && Has(before, "看"));
    if (!grouped || !IsWholeFigure(passage_.at(first))) return;
    const int last = ListEnd(first, passage_.SentenceOf(first).last);
    for (int whole = first - 1; whole >= 0; --whole) {
      const Mention& mention = passage_.at(whole);
      if (!IsWholeFigure(mention)) continue;
      const auto items = ItemsBetween(passage_, first, last, *mention.datum,
                                      passage_.at(first).depth);
      if (TryCover(whole, items, true)) return;
    }
  }

  // "学生社团共34个。…四星级社团2个，三星级社团8个…": the next sentence lists
  // what the same noun counts.
  void NextSentence(int whole) {
    const Mention& mention = passage_.at(whole);
    const int first = passage_.GroupLast(whole);
    if (done_.count(whole) > 0 || first >= passage_.size() ||
        !IsWholeFigure(mention) ||
        mention.datum->quantity.value < kLeastPlainWhole) {
      return;
    }
    const auto noun = Characters(mention.datum->key);
    if (noun.size() < 2) return;
    const std::string last_two =
        std::string(noun[noun.size() - 2]) + std::string(noun[noun.size() - 1]);
    std::vector<ListItem> items;
    for (const ListItem& item :
         ItemsBetween(passage_, first, passage_.GroupLast(first),
                      *mention.datum, mention.depth)) {
      if (Has(passage_.at(item.mention).datum->key, last_two)) {
        items.push_back(item);
      }
    }
    TryCover(whole, items, false);
  }

  // "共106人。其中市内培训共66人，…。省内培训共40人，…": sentences that open
  // alike are parts of what the sentence before counts.
  void AlikeSentences(int first) {
    const int second = passage_.GroupLast(first);
    if (passage_.GroupFirst(first) != first || first == 0 ||
        second >= passage_.size() || !IsWholeFigure(passage_.at(first)) ||
        !IsWholeFigure(passage_.at(second)) ||
        CommonEnding(passage_.Lead(first), passage_.Lead(second)) <
            kLeastEnding) {
      return;
    }
    for (int whole = first - 1; whole >= passage_.GroupFirst(first - 1);
         --whole) {
      const Mention& mention = passage_.at(whole);
      if (!IsWholeFigure(mention) || done_.count(whole) > 0 ||
          mention.datum->quantity.value < kLeastPlainWhole ||
          !Comparable(*mention.datum, *passage_.at(first).datum) ||
          !Comparable(*mention.datum, *passage_.at(second).datum)) {
        continue;
      }
      if (TryCover(whole, {{first, 1}, {second, 1}}, true)) return;
    }
  }

  // "A 100人，甲 60人，乙 40人".
  void Plain(int whole) {
    const Mention& mention = passage_.at(whole);
    if (done_.count(whole) > 0 || !IsWholeFigure(mention) ||
        mention.datum->quantity.value < kLeastPlainWhole) {
      return;
    }
    const auto items =
        ItemsBetween(passage_, whole + 1, passage_.GroupLast(whole),
                     *mention.datum, mention.depth);
    TryCover(whole, items, false);
  }

  const Passage& passage_;
  Checks& checks_;
  std::set<int> done_;
};

}  // namespace

void FindLists(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    ListSearch(passage, checks).Run();
  }
}

}  // namespace nianbao::validation
