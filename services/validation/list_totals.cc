#include "services/validation/list_totals.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/list_items.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// Whether nothing says that more is counted than the list names, and each item
// is smaller than the total.
bool IsClosedList(const std::vector<ListItem>& items, int whole,
                  const Passage& passage) {
  const Mention& total = passage.at(whole);
  return !IsOpenList(passage, items, total.begin) &&
         std::all_of(items.begin(), items.end(), [&](const ListItem& item) {
           const auto value = InUnit(passage.at(item.mention).datum->quantity,
                                     total.datum->quantity.unit);
           return value->value < total.datum->quantity.value;
         });
}

// 核定228名，在编209人，空编19名，编外27人，合计236人: whether an item is the
// whole of those behind it, so that a total of them all would add it twice.
bool HoldsWhole(const std::vector<ListItem>& items, int whole,
                const Passage& passage) {
  const std::string& unit = passage.at(whole).datum->quantity.unit;
  const auto value = [&](std::size_t i) {
    return InUnit(passage.at(items[i].mention).datum->quantity, unit)->value;
  };
  for (std::size_t i = 0; i + 2 < items.size(); ++i) {
    core::Rational sum = value(i + 1);
    for (std::size_t j = i + 2; j < items.size(); ++j) {
      sum += value(j);
      if (sum == value(i)) return true;
    }
  }
  return false;
}

// How many items the words before a total say that it adds: 2 for 两项合计.
std::size_t ItemsNamed(const std::string& lead) {
  constexpr std::string_view kNumbers[] = {"两", "三", "四", "五", "六"};
  for (std::size_t i = 0; i < std::size(kNumbers); ++i) {
    for (const std::string_view noun : {"项", "者", "类"}) {
      if (Has(lead, std::string(kNumbers[i]) + std::string(noun))) return i + 2;
    }
  }
  return HasAny(lead, {"二者", "二项"}) ? 2 : 0;
}

// "甲 60人，乙 40人，两项合计 100人": the total adds just those. False where
// nothing says so.
bool FindTotalOf(int whole, const std::vector<ListItem>& items,
                 ListChecks& lists) {
  const std::size_t count = ItemsNamed(lists.passage().Lead(whole));
  if (count == 0 || items.size() < count) return false;
  const std::vector<ListItem> last(items.end() - static_cast<long>(count),
                                   items.end());
  if (!IsNearWhole(lists.SumOf(whole, last))) return false;
  lists.Add(whole, SumThatMust(lists.SumOf(whole, last)));
  return true;
}

}  // namespace

void FindListTotal(int whole, ListChecks& lists) {
  const Passage& passage = lists.passage();
  const Mention& mention = passage.at(whole);
  const std::string lead = passage.Lead(whole);
  const bool all = lead == "共";
  // A name such as 学时总数 may be of more than the list before it.
  const bool named = EndsWithAny(lead, {"总数", "总量", "总额"});
  if (!(all || named || HasAny(lead, {"合计", "共计", "总计", "总共"})) ||
      !lists.IsPlain(whole) || (named && lists.IsDone(whole))) {
    return;
  }
  int first = passage.SentenceOf(whole).first;
  for (int i = first; i < whole; ++i) {
    if (Has(passage.Before(i), "其中")) first = i;
  }
  const auto items =
      ItemsBetween(passage, first, whole, *mention.datum, mention.depth);
  for (std::size_t n = 2; n <= items.size(); ++n) {
    const std::vector<ListItem> suffix(items.end() - static_cast<long>(n),
                                       items.end());
    // A total never takes a part only of what 、 joins.
    if (n < items.size() &&
        Compact(passage.Before(suffix.front().mention)) == "、") {
      continue;
    }
    if (lists.TryCover(whole, suffix, true)) return;
  }
  if (FindTotalOf(whole, items, lists)) return;
  if (items.size() >= 2 && !named && IsClosedList(items, whole, passage) &&
      !HoldsWhole(items, whole, passage) &&
      (!all || IsNearWhole(lists.SumOf(whole, items)))) {
    lists.Add(whole, SumThatMust(lists.SumOf(whole, items)));
  }
}

}  // namespace nianbao::validation
