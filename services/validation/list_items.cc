#include "services/validation/list_items.h"

#include <string>

#include "services/core/interval.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;

// Longer lists are split in two ways too many to be worth the search.
constexpr std::size_t kLongestList = 16;

bool IsPart(const Mention& mention, const Datum& whole) {
  const Datum& datum = *mention.datum;
  if (mention.change || IsPercent(datum) || IsPercentPoint(datum)) return false;
  if (IsHedged(datum)) return false;
  return Comparable(datum, whole) &&
         !HasAny(datum.fact->label(), {"平均", "均", "缺口"});
}

int SignOf(const Passage& passage, int mention) {
  return HasAny(passage.Lead(mention),
                {"停办", "撤销", "注销", "清理", "报废", "退出"})
             ? -1
             : 1;
}

// Depth-first over "take this item" and "leave out its own parts".
class Search {
 public:
  Search(const Passage& passage, const std::vector<ListItem>& items,
         const Datum& whole, bool to_end)
      : items_(items), whole_(whole), to_end_(to_end) {
    for (const ListItem& item : items) {
      values_.push_back(
          InUnit(passage.at(item.mention).datum->quantity, whole.quantity.unit)
              ->rounded);
    }
  }

  bool From(std::size_t next, const Interval& sum) {
    if (taken_.size() >= 2 && (!to_end_ || next == items_.size()) &&
        Meets(whole_.quantity.rounded, sum)) {
      return true;
    }
    if (next >= items_.size()) return false;
    taken_.push_back(items_[next]);
    const Interval& part = values_[next];
    const Interval total = items_[next].sign < 0 ? sum - part : sum + part;
    Interval children = Interval::Point(0);
    for (std::size_t i = next + 1; i < items_.size(); ++i) {
      children = children + values_[i];
      if (i > next + 1 && Meets(part, children) && From(i + 1, total)) {
        return true;
      }
    }
    if (From(next + 1, total)) return true;
    taken_.pop_back();
    return false;
  }

  std::vector<ListItem> taken() const { return taken_; }

 private:
  const std::vector<ListItem>& items_;
  const Datum& whole_;
  const bool to_end_;
  std::vector<Interval> values_;
  std::vector<ListItem> taken_;
};

}  // namespace

std::vector<ListItem> ItemsBetween(const Passage& passage, int first, int last,
                                   const Datum& whole, int depth) {
  std::vector<ListItem> items;
  for (int i = first; i < last && items.size() < kLongestList; ++i) {
    const Mention& mention = passage.at(i);
    if (mention.depth != depth) continue;
    const bool nested = i > first && Has(passage.Before(i), "其中");
    if (!IsPart(mention, whole)) continue;
    // What a second 其中 names is a part of the item before it.
    if (nested && !items.empty()) continue;
    items.push_back({i, SignOf(passage, i)});
  }
  return items;
}

int ListEnd(const Passage& passage, int first, int last) {
  for (int i = first + 1; i < last; ++i) {
    const std::string lead = passage.Lead(i);
    if (StartsWithAny(lead, {"比", "较", "与"}) ||
        HasAny(lead, {"合计", "共计", "总计", "总共", "相比"})) {
      return i;
    }
  }
  return last;
}

bool IsOpenList(const Passage& passage, const std::vector<ListItem>& items,
                int end) {
  const int begin = passage.at(items.front().mention).begin;
  return HasAny(passage.Text(begin, end), {"等", "另", "以及其他"});
}

std::vector<ListItem> Cover(const Passage& passage,
                            const std::vector<ListItem>& items,
                            const Datum& whole, bool to_end) {
  Search search(passage, items, whole, to_end);
  if (IsHedged(whole) || !search.From(0, Interval::Point(0))) {
    return {};
  }
  return search.taken();
}

}  // namespace nianbao::validation
