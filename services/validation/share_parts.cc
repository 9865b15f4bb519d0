#include "services/validation/share_parts.h"

#include <algorithm>
#include <string>

#include "services/core/wording.h"
#include "services/validation/implied_bases.h"
#include "services/validation/label_key.h"
#include "services/validation/share_wholes.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr std::string_view kStudents = "在校生";

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

// The base where its figure stands between 占 and the percentage, as in
// "占教师205人的27%"; -1 otherwise.
int BaseInClause(const Passage& passage, int mention) {
  const std::string words = Compact(passage.Before(mention));
  const int base = mention - 1;
  if (base < passage.SentenceOf(mention).first || words != "的") return -1;
  const auto form = ReadShareForm(passage.Lead(base));
  return form && form->stem.empty() && IsAmount(passage.at(base)) ? base : -1;
}

// Whether the figure counts those who joined in a year and the name all of
// them: 发展新团员 for 团员.
bool AreNewcomers(const Datum& datum, const std::string& name) {
  return datum.key != name &&
         HasAny(datum.key, {"发展", "新增", "吸收", "新进", "新聘"});
}

int FindPart(const ReportView& view, const Passage& passage, int mention,
             StatedShare& share) {
  if (!share.form.subject.empty()) {
    const int before = AmountBefore(passage, mention);
    const std::string subject = LabelKey(share.form.subject);
    if (before >= 0 && subject == passage.at(before).datum->key) return before;
    const int named = MentionNamed(share.form.subject, passage, mention - 1);
    const bool new_ones =
        named >= 0 && AreNewcomers(*passage.at(named).datum, subject);
    return new_ones ? -1 : named;
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

// The place of 中 or 里 that makes a whole of the words before it, as in
// "专任教师中具有本科学历的"; npos where there is none.
std::size_t WithinAt(std::string_view lead) {
  for (std::size_t at = 0; at < lead.size();
       at += CharacterSize(lead.substr(at))) {
    const std::string_view rest = lead.substr(at);
    if (!StartsWithAny(rest, {"中", "里"}) ||
        EndsWithAny(lead.substr(0, at), {"其", "初", "高", "集"}) ||
        StartsWithAny(rest, {"中级", "中专", "中职", "中高", "中本", "中小",
                             "中等", "中国", "中心", "中学", "中考", "中期"})) {
      continue;
    }
    return at;
  }
  return std::string_view::npos;
}

// The base that the words before the part name.
NameMeaning NamedInLead(const ReportView& view, const Passage& passage,
                        const StatedShare& share) {
  const std::string lead = passage.Lead(share.part_mention);
  const std::size_t at = WithinAt(lead);
  if (!share.form.base.empty() || at == std::string_view::npos || at == 0) {
    return {};
  }
  NameMeaning meaning = MeaningOf(
      lead.substr(0, at), {view, passage, share.part_mention}, *share.part);
  if (!meaning.Sure() || !CanBeWhole(*meaning.data.front(), *share.part)) {
    return {};
  }
  return meaning;
}

// A part that the passage does not state, as a table does.
const Datum* PartElsewhere(const ReportView& view, const Passage& passage,
                           int mention, const StatedShare& share) {
  if (share.form.subject.empty() || share.form.base.empty()) return nullptr;
  const auto meaning =
      MeaningOf(share.form.subject, {view, passage, mention}, *share.percent);
  if (!meaning.Sure()) return nullptr;
  const Datum* part = meaning.data.front();
  return AreNewcomers(*part, LabelKey(share.form.subject)) ? nullptr : part;
}

// All students where a count of students is said to be part of 全校.
NameMeaning WholeSchool(const ReportView& view, const StatedShare& share) {
  const std::string base = Compact(share.form.base);
  if ((base != "全校" && base != "全校学生") || !share.part->year ||
      !HasAny(share.part->key, {kStudents, "学生", "在校"})) {
    return {};
  }
  const std::string code = view.terms().CodeOf(LabelKey(kStudents));
  const Datum* all = view.data().Principal(code, *share.part->year);
  if (code.empty() || all == nullptr) return {};
  return {{all}};
}

std::optional<ShareForm> FormOf(const Passage& passage, int mention) {
  const Chain chain = ChainOf(passage, mention);
  return ReadShareForm(passage.Lead(chain.first));
}

}  // namespace

std::optional<StatedShare> ShareAt(const ReportView& view,
                                   const Passage& passage, int mention) {
  StatedShare share;
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
    share.match = MatchRate(share.form, passage, share.part_mention);
    share.part = passage.at(share.part_mention).datum;
  } else {
    share.part = PartElsewhere(view, passage, mention, share);
  }
  if (share.part == nullptr) return std::nullopt;
  if (!share.form.base.empty()) {
    share.named =
        MeaningOf(share.form.base, {view, passage, mention}, *share.part);
    if (share.named.data.empty()) share.named = WholeSchool(view, share);
    if (share.named.data.empty()) {
      share.named = AtSamePlace(view, passage, share);
    }
  }
  if (share.part_mention >= 0) {
    if (share.named.data.empty())
      share.named = NamedInLead(view, passage, share);
    CollectWholes(passage, share);
  }
  return share;
}

}  // namespace nianbao::validation
