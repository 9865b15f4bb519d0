#include "services/validation/list_items.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

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

// A closed interval in whole parts of a common unit: what most figures are, and
// much faster to add than fractions.
struct Span {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

Span operator+(const Span& a, const Span& b) {
  return {a.low + b.low, a.high + b.high};
}

Span operator-(const Span& a, const Span& b) {
  return {a.low - b.high, a.high - b.low};
}

bool Meets(const Span& a, const Span& b) {
  return a.low <= b.high && b.low <= a.high;
}

// Parts of a unit that hold half a last place of up to six decimals.
constexpr std::int64_t kParts = 2'000'000;
// Sums of the longest list stay far within the type.
constexpr std::int64_t kLargest = std::int64_t{1} << 56;

std::optional<std::int64_t> PartsOf(const core::Bound& bound) {
  if (!bound.value || bound.open) return std::nullopt;
  const core::Rational parts = *bound.value * kParts;
  if (denominator(parts) != 1 || abs(numerator(parts)) > kLargest) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(numerator(parts));
}

std::optional<Span> SpanOf(const Interval& interval) {
  const auto low = PartsOf(interval.lower);
  const auto high = PartsOf(interval.upper);
  if (!low || !high) return std::nullopt;
  return Span{*low, *high};
}

// Depth-first over "take this item" and "leave out its own parts". `Range` is
// an interval, or a span where all figures are spans.
template <typename Range>
class Search {
 public:
  Search(const std::vector<ListItem>& items, std::vector<Range> values,
         Range whole, bool to_end)
      : items_(items),
        values_(std::move(values)),
        whole_(std::move(whole)),
        to_end_(to_end) {}

  bool From(std::size_t next, const Range& sum) {
    if (taken_.size() >= 2 && (!to_end_ || next == items_.size()) &&
        Meets(whole_, sum)) {
      return true;
    }
    if (next >= items_.size()) return false;
    taken_.push_back(items_[next]);
    const Range& part = values_[next];
    const Range total = items_[next].sign < 0 ? sum - part : sum + part;
    for (std::size_t i = next + 1; i < items_.size(); ++i) {
      const Range children =
          i == next + 1 ? values_[i] : children_[next] + values_[i];
      children_[next] = children;
      if (i > next + 1 && Meets(part, children) && From(i + 1, total)) {
        return true;
      }
    }
    if (From(next + 1, total)) return true;
    taken_.pop_back();
    return false;
  }

  // The items that make up the whole; empty where none do.
  std::vector<ListItem> Run(const Range& nothing) {
    children_.assign(items_.size(), nothing);
    return From(0, nothing) ? taken_ : std::vector<ListItem>();
  }

 private:
  const std::vector<ListItem>& items_;
  const std::vector<Range> values_;
  const Range whole_;
  const bool to_end_;
  // Sum of what follows an item so far, by the item.
  std::vector<Range> children_;
  std::vector<ListItem> taken_;
};

// All as spans; nothing where one is none.
std::optional<std::vector<Span>> SpansOf(const std::vector<Interval>& values) {
  std::vector<Span> spans;
  for (const Interval& value : values) {
    const auto span = SpanOf(value);
    if (!span) return std::nullopt;
    spans.push_back(*span);
  }
  return spans;
}

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

bool HasHedgedItem(const Passage& passage, const std::vector<ListItem>& items,
                   int end) {
  const Datum& item = *passage.at(items.front().mention).datum;
  const Sentence& sentence = passage.SentenceOf(items.front().mention);
  for (int i = sentence.first; i < sentence.last; ++i) {
    const Mention& other = passage.at(i);
    if (other.begin < end && !other.change && IsHedged(*other.datum) &&
        Comparable(*other.datum, item)) {
      return true;
    }
  }
  return false;
}

bool IsOpenList(const Passage& passage, const std::vector<ListItem>& items,
                int end) {
  const int begin = passage.at(items.front().mention).begin;
  return HasAny(passage.Text(begin, end), {"等", "另", "以及其他"}) ||
         HasHedgedItem(passage, items, end);
}

std::vector<ListItem> Cover(const Passage& passage,
                            const std::vector<ListItem>& items,
                            const Datum& whole, bool to_end) {
  if (IsHedged(whole)) return {};
  std::vector<Interval> values;
  for (const ListItem& item : items) {
    values.push_back(
        InUnit(passage.at(item.mention).datum->quantity, whole.quantity.unit)
            ->rounded);
  }
  const Interval& sum = whole.quantity.rounded;
  const auto spans = SpansOf(values);
  const auto span = SpanOf(sum);
  if (spans && span) return Search<Span>(items, *spans, *span, to_end).Run({});
  return Search<Interval>(items, values, sum, to_end).Run(Interval::Point(0));
}

}  // namespace nianbao::validation
