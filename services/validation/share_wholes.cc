#include "services/validation/share_wholes.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

// A part is itself no whole where its own share follows at once.
bool HasOwnShare(const Passage& passage, int mention) {
  const int next = mention + 1;
  return next < passage.SentenceOf(mention).last &&
         IsPercent(*passage.at(next).datum) &&
         ReadShareForm(passage.Lead(next)).has_value();
}

bool SameValue(const Datum& a, const Datum& b) {
  const auto same = InUnit(a.quantity, b.quantity.unit);
  return same && same->value == b.quantity.value;
}

void AddOnce(const Datum* datum, std::vector<const Datum*>& list) {
  if (std::none_of(list.begin(), list.end(), [datum](const Datum* other) {
        return SameValue(*other, *datum);
      })) {
    list.push_back(datum);
  }
}

// The nearest amount before the last 其中 in front of `mention` in its
// sentence, of its period before others; -1 where there is none.
int WholeBeforeAmong(const Passage& passage, int mention) {
  const Datum& part = *passage.at(mention).datum;
  const Sentence& sentence = passage.SentenceOf(mention);
  const std::string_view before =
      passage.Text(sentence.begin, passage.at(mention).begin);
  const std::size_t among = before.rfind("其中");
  if (among == std::string_view::npos) return -1;
  const int place = sentence.begin + static_cast<int>(among);
  int of_other_period = -1;
  for (int i = mention - 1; i >= passage.GroupFirst(mention); --i) {
    const Mention& other = passage.at(i);
    if (other.begin >= place || !IsAmount(other) ||
        !CanBeWhole(*other.datum, part)) {
      continue;
    }
    if (SamePeriod(*other.datum, part)) return i;
    if (of_other_period < 0) of_other_period = i;
  }
  return of_other_period;
}

// Leaves out last year's figures where this year's are there.
void KeepPeriod(const Datum& part, std::vector<const Datum*>& wholes) {
  const auto same = [&part](const Datum* whole) {
    return SamePeriod(*whole, part);
  };
  if (std::none_of(wholes.begin(), wholes.end(), same)) return;
  wholes.erase(std::remove_if(wholes.begin(), wholes.end(), std::not_fn(same)),
               wholes.end());
}

// Verbs by which a part is taken out of the whole before it.
bool TakenFromWhole(const std::string& lead) {
  return StartsWithAny(lead,
                       {"取得", "具有", "拥有", "获得", "升入", "升学", "考取",
                        "完成", "通过", "录取", "就业", "合格", "收回", "回收",
                        "持有", "达到", "已", "共有", "有"}) ||
         EndsWithAny(lead, {"中"}) || lead.empty();
}

// Whether the words behind the whole make what follows a part of it: "135人中，
// 留在当地就业102人".
bool IsTakenFrom(const Passage& passage, int part, const Datum& whole) {
  for (int i = passage.SentenceOf(part).first; i < part; ++i) {
    const std::string after = Compact(passage.After(i));
    if (passage.at(i).datum == &whole) {
      return StartsWithAny(after, {"中，", "中,", "中有", "里，"});
    }
  }
  return false;
}

// The amount that stands just before the part in its sentence; null where
// another figure does.
const Datum* AmountJustBefore(const Passage& passage, int part) {
  const int before = part - 1;
  if (before < passage.SentenceOf(part).first ||
      !IsAmount(passage.at(before)) ||
      !CanBeWhole(*passage.at(before).datum, *passage.at(part).datum)) {
    return nullptr;
  }
  return passage.at(before).datum;
}

}  // namespace

bool IsAmount(const Mention& mention) {
  return !mention.change && !IsPercent(*mention.datum) &&
         !IsPercentPoint(*mention.datum);
}

bool CanBeWhole(const Datum& whole, const Datum& part) {
  if (!Comparable(whole, part) || &whole == &part) return false;
  const auto same = InUnit(whole.quantity, part.quantity.unit);
  return same && same->value >= part.quantity.value && same->value > 0;
}

void CollectWholes(const Passage& passage, StatedShare& share) {
  const int part = share.part_mention;
  const Datum& datum = *share.part;
  const int among = WholeBeforeAmong(passage, part);
  if (among >= 0) AddOnce(passage.at(among).datum, share.in_sentence);
  const Sentence& sentence = passage.SentenceOf(part);
  for (int i = part - 1; i >= 0; --i) {
    const Mention& other = passage.at(i);
    if (!IsAmount(other) || !CanBeWhole(*other.datum, datum)) continue;
    const bool in_sentence =
        i >= sentence.first && other.depth <= passage.at(part).depth;
    // A hedged whole fits too much to be looked for far away.
    if (!in_sentence && IsHedged(*other.datum)) continue;
    const bool aside = i != among && HasOwnShare(passage, i);
    AddOnce(other.datum,
            in_sentence && !aside ? share.in_sentence : share.in_paragraph);
  }
  KeepPeriod(datum, share.in_sentence);
  KeepPeriod(datum, share.in_paragraph);
  share.adjacent = AmountJustBefore(passage, part);
  share.governed = share.in_sentence.size() == 1 &&
                   share.match == RateMatch::kSure &&
                   (among >= 0 || !share.form.stem.empty() ||
                    TakenFromWhole(passage.Lead(part)) ||
                    IsTakenFrom(passage, part, *share.in_sentence.front()));
}

}  // namespace nianbao::validation
