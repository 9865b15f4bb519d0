#include "services/validation/grouped_totals.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/names.h"
#include "services/validation/share_form.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONTRADICTED;

constexpr std::size_t kFewestItems = 3;

// Whether the words open a list by what it sorts.
bool OpensGroups(std::string_view words) {
  const std::string compact = Compact(words);
  const bool sorts = HasAny(compact, {"按", "分", "从"});
  return sorts &&
         HasAny(compact, {"看，", "分，", "来看，", "划分，", "统计，"});
}

// The figures from `first` on in its sentence, up to the next list.
std::vector<const Datum*> ItemsFrom(const Passage& passage, int first) {
  std::vector<const Datum*> items;
  for (int i = first; i < passage.SentenceOf(first).last; ++i) {
    const Mention& mention = passage.at(i);
    if (i > first && OpensGroups(passage.Before(i))) break;
    if (mention.change || IsHedged(*mention.datum)) return {};
    if (IsPercent(*mention.datum)) continue;
    if (!Comparable(*mention.datum, *passage.at(first).datum)) break;
    items.push_back(mention.datum);
  }
  return items;
}

// What the names of all items end in: 招生 for 甲学部招生 and 乙学部招生.
std::string CommonName(const std::vector<const Datum*>& items) {
  std::vector<std::string_view> common = Characters(items.front()->key);
  for (const Datum* item : items) {
    const auto other = Characters(item->key);
    const auto mismatch = std::mismatch(common.rbegin(), common.rend(),
                                        other.rbegin(), other.rend());
    common.erase(common.begin(), mismatch.first.base());
  }
  std::string name;
  for (const auto character : common) name += character;
  return name;
}

// The largest count of that name and period; null for none.
const Datum* LargestOf(const ReportView& view, std::string_view name,
                       const Datum& item) {
  const Datum* largest = nullptr;
  for (const Datum* datum : view.data().WithKey(name)) {
    if (datum != &item && Comparable(*datum, item) && !IsHedged(*datum) &&
        !datum->change && SamePeriod(*datum, item) &&
        (largest == nullptr ||
         datum->quantity.value > largest->quantity.value)) {
      largest = datum;
    }
  }
  return largest;
}

// The figure of the whole school that the longest ending of `name` means.
const Datum* WholeOf(const ReportView& view, std::string_view name,
                     const Datum& item) {
  while (!name.empty()) {
    const std::string code = view.terms().CodeOf(name);
    const Datum* whole = code.empty() || !item.year
                             ? nullptr
                             : view.data().Principal(code, *item.year);
    if (whole != nullptr && whole != &item && Comparable(*whole, item)) {
      return whole;
    }
    if (const Datum* largest = LargestOf(view, name, item)) return largest;
    name.remove_prefix(CharacterSize(name));
  }
  return nullptr;
}

// The figure before the list that has the name of its items; null for none.
const Datum* NamesakeBefore(const Passage& passage, int first,
                            const std::string& name) {
  for (int i = first - 1; i >= 0; --i) {
    const Datum& datum = *passage.at(i).datum;
    if (!passage.at(i).change && datum.key == name && !IsHedged(datum) &&
        Comparable(datum, *passage.at(first).datum) &&
        SamePeriod(datum, *passage.at(first).datum)) {
      return &datum;
    }
  }
  return nullptr;
}

bool AreSmaller(const std::vector<const Datum*>& items, const Datum* whole) {
  return std::all_of(items.begin(), items.end(), [&](const Datum* item) {
    return item->quantity.value < whole->quantity.value;
  });
}

// The base that the share before the list names, which the paragraph goes on
// to sort: 专任教师 of "占专任教师的20.54%。按年龄分，…"; null for none.
const Datum* TopicBefore(const ReportView& view, const Passage& passage,
                         int first) {
  for (int i = first - 1; i >= 0; --i) {
    if (!IsPercent(*passage.at(i).datum)) continue;
    const auto form = ReadShareForm(passage.Lead(i));
    if (!form || form->base.empty()) continue;
    const auto meaning =
        MeaningOf(form->base, {view, passage, i}, *passage.at(first).datum);
    const bool sure = meaning.Sure() && Comparable(*meaning.data.front(),
                                                   *passage.at(first).datum);
    return sure ? meaning.data.front() : nullptr;
  }
  return nullptr;
}

// Whether the report counts exactly as many of something else as the items are
// together, which they may then be parts of.
bool MakeUpAnother(const ReportView& view, const StatedSum& sum) {
  const auto total = SumOf(sum.items, {}, sum.whole->quantity.unit);
  const auto& all = view.data().all();
  return std::any_of(all.begin(), all.end(), [&](const Datum& datum) {
    return IsWholeDatum(datum) && SamePeriod(datum, *sum.whole) &&
           datum.quantity.unit == sum.whole->quantity.unit &&
           datum.quantity.value == total->printed;
  });
}

// What the items make up as their names or the sentences before them say.
const Datum* WholeFor(const ReportView& view, const Passage& passage, int first,
                      const std::vector<const Datum*>& items) {
  const std::string name = CommonName(items);
  const Datum* whole = nullptr;
  if (!name.empty()) {
    whole = NamesakeBefore(passage, first, name);
    if (whole == nullptr) whole = WholeOf(view, name, *items.front());
    if (whole != nullptr && AreSmaller(items, whole)) return whole;
  }
  return TopicBefore(view, passage, first);
}

bool IsIn(const Passage& passage, const Datum* datum) {
  return std::any_of(
      passage.mentions().begin(), passage.mentions().end(),
      [datum](const Mention& mention) { return mention.datum == datum; });
}

void Judge(const ReportView& view, const Passage& passage, int first,
           Checks& checks) {
  const auto items = ItemsFrom(passage, first);
  if (items.size() < kFewestItems) return;
  const Datum* whole = WholeFor(view, passage, first, items);
  if (whole == nullptr || !AreSmaller(items, whole)) return;
  const StatedSum sum{whole, items, {}};
  if (!IsNearWhole(sum)) return;
  const Check check = SumThatMust(sum);
  const bool wrong = check.verdict() == VERDICT_CONTRADICTED;
  // Lists find the sums within a paragraph.
  if (wrong ? !MakeUpAnother(view, sum) : !IsIn(passage, whole)) {
    checks.push_back(check);
  }
}

}  // namespace

void FindGroupedTotals(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (OpensGroups(passage.Before(i))) Judge(view, passage, i, checks);
    }
  }
}

}  // namespace nianbao::validation
