#include "services/validation/share_parts.h"

#include <algorithm>
#include <string>

#include "services/core/wording.h"
#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

bool IsAmount(const Mention& mention) {
  return !mention.change && !IsPercent(*mention.datum) &&
         !IsPercentPoint(*mention.datum);
}

// Position in a chain of percentages such as "分别占58%和42%".
struct Chain {
  int first = 0;
  int length = 1;
};

bool JoinsFigures(std::string_view between) {
  const std::string words = Compact(between);
  return words == "和" || words == "、" || words == "及" || words == "与" ||
         words == "以及";
}

Chain ChainOf(const Passage& passage, int mention) {
  Chain chain{mention, 1};
  const auto percent = [&](int i) { return IsPercent(*passage.at(i).datum); };
  const Sentence& sentence = passage.SentenceOf(mention);
  while (chain.first > sentence.first && percent(chain.first - 1) &&
         JoinsFigures(passage.Before(chain.first))) {
    --chain.first;
  }
  int last = mention;
  while (last + 1 < sentence.last && percent(last + 1) &&
         JoinsFigures(passage.Before(last + 1))) {
    ++last;
  }
  chain.length = last - chain.first + 1;
  return chain;
}

// The nearest amount before `mention` in its sentence, outside deeper
// brackets; -1 where a percentage comes first or there is none.
int AmountBefore(const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  for (int i = mention - 1; i >= sentence.first; --i) {
    const Mention& other = passage.at(i);
    if (other.depth > passage.at(mention).depth || other.change) continue;
    return IsAmount(other) ? i : -1;
  }
  return -1;
}

// The part of the `nth` percentage of a chain: as many amounts stand before it.
int PartOfChain(const Passage& passage, const Chain& chain, int mention) {
  int found = AmountBefore(passage, chain.first);
  for (int i = chain.first + chain.length - 1; i > mention && found >= 0; --i) {
    found = AmountBefore(passage, found);
  }
  return found;
}

// The amount before `mention` that is of the unit of its named base; figures
// of other units in between are remarks.
int PartInUnit(const Passage& passage, int mention, const Datum& base) {
  const Sentence& sentence = passage.SentenceOf(mention);
  int seen = 0;
  for (int i = mention - 1; i >= sentence.first && seen < 3; --i) {
    const Mention& other = passage.at(i);
    if (other.depth > passage.at(mention).depth) continue;
    if (IsPercent(*other.datum)) return -1;
    if (IsAmount(other) && Comparable(*other.datum, base)) return i;
    ++seen;
  }
  return -1;
}

// Whether a rate is one of the part before it.
enum class RateMatch {
  // 对口就业率 behind 就业60人.
  kOther,
  // 持证率 behind 取得证书60人.
  kLikely,
  // 合格率 behind 合格60人; 占 and 比例 behind anything.
  kSure,
};

// Text up to the first mark.
std::string FirstClause(const std::string& text) {
  return text.substr(0,
                     FindAny(text, {"，", ",", "、", "；", "。", "（", "("}));
}

RateMatch MatchRate(const ShareForm& form, const Passage& passage, int part) {
  if (form.stem.empty()) return RateMatch::kSure;
  const Mention& mention = passage.at(part);
  const std::string words = mention.datum->fact->label() + passage.Lead(part) +
                            FirstClause(Compact(passage.After(part)));
  const std::string stem = LabelKey(form.stem);
  const int missing = CharactersMissing(stem, core::NormalWording(words));
  if (missing == 0) return RateMatch::kSure;
  return 3 * missing <= static_cast<int>(Characters(stem).size())
             ? RateMatch::kLikely
             : RateMatch::kOther;
}

// A part is itself no whole where its own share follows at once.
bool HasOwnShare(const Passage& passage, int mention) {
  const int next = mention + 1;
  return next < passage.SentenceOf(mention).last &&
         IsPercent(*passage.at(next).datum) &&
         ReadShareForm(passage.Lead(next)).has_value();
}

bool CanBeWhole(const Datum& whole, const Datum& part) {
  if (!Comparable(whole, part) || &whole == &part) return false;
  const auto same = InUnit(whole.quantity, part.quantity.unit);
  return same && same->value >= part.quantity.value && same->value > 0;
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

// The mention before the last 其中 in front of `mention` in its sentence; -1
// where there is none.
int WholeBeforeAmong(const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  const std::string_view before =
      passage.Text(sentence.begin, passage.at(mention).begin);
  const std::size_t among = before.rfind("其中");
  if (among == std::string_view::npos) return -1;
  const int place = sentence.begin + static_cast<int>(among);
  for (int i = mention - 1; i >= sentence.first; --i) {
    const Mention& other = passage.at(i);
    if (other.begin < place && IsAmount(other) &&
        CanBeWhole(*other.datum, *passage.at(mention).datum)) {
      return i;
    }
  }
  return -1;
}

// Verbs by which a part is taken out of the whole before it.
bool TakenFromWhole(const std::string& lead) {
  return StartsWithAny(lead,
                       {"取得", "具有", "拥有", "获得", "升入", "升学", "考取",
                        "完成", "通过", "录取", "就业", "合格", "收回", "回收",
                        "持有", "达到", "已", "共有", "有"}) ||
         EndsWithAny(lead, {"中"}) || lead.empty();
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
  share.governed = share.in_sentence.size() == 1 &&
                   (among >= 0 || !share.form.stem.empty() ||
                    TakenFromWhole(passage.Lead(part)));
}

// The base where its figure stands between 占 and the percentage, as in
// "占教师205人的27%"; -1 otherwise.
int BaseInClause(const Passage& passage, int mention) {
  const std::string words = Compact(passage.Before(mention));
  const int base = mention - 1;
  if (base < passage.SentenceOf(mention).first || words != "的") return -1;
  const auto form = ReadShareForm(passage.Lead(base));
  return form && form->stem.empty() && IsAmount(passage.at(base)) ? base : -1;
}

int FindPart(const ReportView& view, const Passage& passage, int mention,
             StatedShare& share) {
  if (!share.form.subject.empty()) {
    const int before = AmountBefore(passage, mention);
    const std::string subject = LabelKey(share.form.subject);
    if (before >= 0 && subject == passage.at(before).datum->key) return before;
    return MentionNamed(share.form.subject, passage, mention - 1);
  }
  const Chain chain = ChainOf(passage, mention);
  if (chain.length > 1) return PartOfChain(passage, chain, mention);
  if (!share.form.base.empty()) {
    const auto meaning =
        MeaningOf(share.form.base, {view, passage, mention}, *share.percent);
    if (!meaning.data.empty()) {
      return PartInUnit(passage, mention, *meaning.data.front());
    }
  }
  return AmountBefore(passage, mention);
}

// A part that the passage does not state, as a table does.
const Datum* PartElsewhere(const ReportView& view, const Passage& passage,
                           int mention, const StatedShare& share) {
  if (share.form.subject.empty() || share.form.base.empty()) return nullptr;
  const auto meaning =
      MeaningOf(share.form.subject, {view, passage, mention}, *share.percent);
  return meaning.Sure() ? meaning.data.front() : nullptr;
}

std::optional<ShareForm> FormOf(const Passage& passage, int mention) {
  const Chain chain = ChainOf(passage, mention);
  return ReadShareForm(passage.Lead(chain.first));
}

}  // namespace

std::optional<StatedShare> ShareAt(const ReportView& view,
                                   const Passage& passage, int mention) {
  StatedShare share;
  RateMatch match = RateMatch::kSure;
  share.percent = passage.at(mention).datum;
  if (const int base = BaseInClause(passage, mention); base >= 0) {
    share.part_mention = AmountBefore(passage, base);
    share.named.data = {passage.at(base).datum};
  } else {
    const auto form = FormOf(passage, mention);
    if (!form) return std::nullopt;
    share.form = *form;
    share.part_mention = FindPart(view, passage, mention, share);
  }
  if (share.part_mention >= 0) {
    match = MatchRate(share.form, passage, share.part_mention);
    if (match == RateMatch::kOther) return std::nullopt;
    share.part = passage.at(share.part_mention).datum;
  } else {
    share.part = PartElsewhere(view, passage, mention, share);
  }
  if (share.part == nullptr) return std::nullopt;
  if (!share.form.base.empty()) {
    share.named =
        MeaningOf(share.form.base, {view, passage, mention}, *share.part);
  }
  if (share.part_mention >= 0) CollectWholes(passage, share);
  if (match != RateMatch::kSure) share.governed = false;
  return share;
}

}  // namespace nianbao::validation
