#include "services/validation/shares.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/implied_bases.h"
#include "services/validation/share_checks.h"
#include "services/validation/share_parts.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

const Datum* Fitting(const StatedShare& share,
                     const std::vector<const Datum*>& wholes) {
  for (const Datum* whole : wholes) {
    if (JudgeShare(share, *whole) == VERDICT_CONSISTENT) return whole;
  }
  return nullptr;
}

bool SameUnit(const Datum& a, const Datum& b) {
  return core::ConversionFactor(a.quantity.unit, b.quantity.unit) ==
         std::optional<Rational>(1);
}

// Wholes elsewhere in the report that fit; one alone is the base. Only where
// the percentage is fine enough for a chance hit to be unlikely.
const Datum* OnlyFittingInReport(const ReportView& view,
                                 const StatedShare& share) {
  const Quantity percent = PercentOf(*share.percent);
  if (percent.decimals < 1) return nullptr;
  // Where a whole must lie; a cheap test before the exact one.
  const auto near = core::Divide(
      share.part->quantity.rounded * Interval::Point(100), percent.rounded);
  if (!near) return nullptr;
  const Datum* found = nullptr;
  for (const auto& [key, data] : view.data().by_key()) {
    for (const Datum* whole : data) {
      if (!core::Meets(whole->quantity.rounded, *near) || IsPercent(*whole) ||
          !SamePeriod(*whole, *share.part) || IsHedged(*whole) ||
          !SameUnit(*whole, *share.part) ||
          JudgeShare(share, *whole) != VERDICT_CONSISTENT) {
        continue;
      }
      if (found != nullptr && found->quantity.value != whole->quantity.value) {
        return nullptr;
      }
      if (found == nullptr) found = whole;
    }
  }
  return found;
}

std::optional<Check> JudgeNamed(const StatedShare& share) {
  const Datum* fitting = Fitting(share, share.named.data);
  if (fitting != nullptr) {
    return DecidedShare(share, *fitting, VERDICT_CONSISTENT);
  }
  const Datum& base = *share.named.data.front();
  const Verdict verdict = JudgeShare(share, base);
  if (share.named.Sure() && Comparable(base, *share.part) &&
      verdict != VERDICT_UNDECIDED) {
    return DecidedShare(share, base, verdict);
  }
  return UndecidedShare(share, share.named.data);
}

// The base of the share before in the same sentence, in the part's year.
const Datum* Inherited(const ReportView& view, const Datum* base,
                       const Datum& part) {
  if (SamePeriod(*base, part) || !part.year) return base;
  return InYear(view, *base, *part.year);
}

// What the share before in the same sentences leaves to the next one.
struct Previous {
  // Bases in the same sentences, the last one first.
  std::vector<const Datum*> bases;
  int percent_mention = -1;
};

// Whether a share follows the one before without a word of another base:
// "男生60人，占60%，女生40人，占40%".
bool IsParallel(const Passage& passage, const StatedShare& share,
                const Previous& previous) {
  return !previous.bases.empty() && share.form.stem.empty() &&
         share.form.base.empty() && share.form.subject.empty() &&
         share.part_mention == previous.percent_mention + 1 &&
         passage.at(share.part_mention).sentence ==
             passage.at(previous.percent_mention).sentence &&
         !Has(passage.Before(share.part_mention), "其中");
}

// A rate in other words than its count is the quotient of the two counts
// before it where it comes out to the digit, or all but the last.
std::optional<Check> JudgeOtherRate(const StatedShare& share) {
  if (share.adjacent == nullptr || PercentOf(*share.percent).decimals < 2) {
    return std::nullopt;
  }
  const Verdict verdict = JudgeShare(share, *share.adjacent);
  if (verdict != VERDICT_CONSISTENT && verdict != VERDICT_ROUNDED_DIFFERENTLY) {
    return std::nullopt;
  }
  return DecidedShare(share, *share.adjacent, verdict);
}

// The only whole with which the share is off in its last digit alone, as where
// it was cut off instead of rounded; nothing where it has few digits, so that
// others would do so by chance.
std::optional<Check> JudgeLastDigit(const StatedShare& share,
                                    const std::vector<const Datum*>& wholes) {
  if (PercentOf(*share.percent).decimals < 2) return std::nullopt;
  const Datum* base = nullptr;
  for (const Datum* whole : wholes) {
    if (!SameUnit(*whole, *share.part) || IsHedged(*whole) ||
        JudgeShare(share, *whole) != VERDICT_ROUNDED_DIFFERENTLY) {
      continue;
    }
    if (base != nullptr && base->quantity.value != whole->quantity.value) {
      return std::nullopt;
    }
    base = whole;
  }
  if (base == nullptr) return std::nullopt;
  return DecidedShare(share, *base, VERDICT_ROUNDED_DIFFERENTLY);
}

// A share that no candidate fits.
std::optional<Check> JudgeMisfit(const ReportView& view, const Passage& passage,
                                 const StatedShare& share,
                                 const Datum* parallel,
                                 const std::vector<const Datum*>& wholes) {
  const Datum* base = parallel;
  if (base != nullptr && !SameUnit(*base, *share.part)) base = nullptr;
  // A base that is named but not found is not the sentence's whole.
  if (base == nullptr && share.governed && share.form.base.empty()) {
    base = share.in_sentence.front();
  }
  if (base == nullptr) base = WholeOfAlternatives(passage, share);
  if (base != nullptr) {
    const Verdict verdict = JudgeShare(share, *base);
    // A rate has its own whole, which may stand elsewhere in the report.
    const Datum* other =
        verdict == VERDICT_CONTRADICTED && !share.form.stem.empty()
            ? OnlyFittingInReport(view, share)
            : nullptr;
    if (other != nullptr) {
      return DecidedShare(share, *other, VERDICT_CONSISTENT);
    }
    if (verdict != VERDICT_UNDECIDED) {
      return DecidedShare(share, *base, verdict);
    }
  }
  if (share.form.base.empty()) {
    if (auto check = JudgeLastDigit(share, wholes)) return check;
  }
  // A rate with no count to be a rate of says nothing that can be checked.
  if (!share.form.stem.empty() && share.in_sentence.empty()) {
    return std::nullopt;
  }
  return UndecidedShare(share, wholes);
}

std::optional<Check> JudgeUnnamed(const ReportView& view,
                                  const Passage& passage,
                                  const StatedShare& share,
                                  const Previous& previous) {
  if (share.match == RateMatch::kOther) return JudgeOtherRate(share);
  // An open part, such as 60人以上, is some share of anything.
  if (IsHedged(*share.part)) return std::nullopt;
  std::vector<const Datum*> wholes = share.in_sentence;
  const Datum* inherited = nullptr;
  for (const Datum* base : previous.bases) {
    const Datum* whole = Inherited(view, base, *share.part);
    if (whole != nullptr) wholes.push_back(whole);
    if (inherited == nullptr) inherited = whole;
  }
  wholes.insert(wholes.end(), share.in_paragraph.begin(),
                share.in_paragraph.end());
  const Datum* base = Fitting(share, wholes);
  if (base == nullptr && wholes.empty()) {
    base = OnlyFittingInReport(view, share);
  }
  if (base != nullptr) return DecidedShare(share, *base, VERDICT_CONSISTENT);
  const bool parallel = IsParallel(passage, share, previous);
  return JudgeMisfit(view, passage, share, parallel ? inherited : nullptr,
                     wholes);
}

// The base of a decided share; null for others.
const Datum* BaseOf(const ReportView& view, const Check& check) {
  return check.operands_size() < 3 ? nullptr
                                   : view.data().Find(check.operands(2).fact());
}

// Shares of one group of sentences: those with a base, and those without.
struct Group {
  std::vector<std::pair<StatedShare, const Datum*>> decided;
  // With the place of their undecided check.
  std::vector<std::pair<StatedShare, std::size_t>> open;
};

// The one whole of all decided shares that their parts and `part` make up
// exactly; null where there is none.
const Datum* MadeUpWith(const Group& group, const Datum& part) {
  const Datum* whole = nullptr;
  Rational sum = part.quantity.value;
  for (const auto& [share, base] : group.decided) {
    if (!SameUnit(*share.part, part) ||
        (whole != nullptr && whole->quantity.value != base->quantity.value)) {
      return nullptr;
    }
    whole = base;
    sum += share.part->quantity.value;
  }
  return whole != nullptr && whole->quantity.value == sum ? whole : nullptr;
}

// A share that fits no whole is of the one that its part and those of its
// neighbours make up, as theirs are.
void JudgeOpen(const Group& group, Checks& checks) {
  if (group.open.size() != 1) return;
  const auto& [share, at] = group.open.front();
  const Datum* whole = MadeUpWith(group, *share.part);
  if (whole == nullptr) return;
  const Verdict verdict = JudgeShare(share, *whole);
  if (verdict != VERDICT_UNDECIDED) {
    checks[at] = DecidedShare(share, *whole, verdict);
  }
}

}  // namespace

void FindShares(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    Previous previous;
    Group group;
    for (int i = 0; i < passage.size(); ++i) {
      const Mention& mention = passage.at(i);
      if (passage.GroupFirst(i) == i) {
        JudgeOpen(group, checks);
        previous = {};
        group = {};
      }
      if (mention.change || !IsPercent(*mention.datum)) continue;
      const auto share = ShareAt(view, passage, i);
      if (!share) continue;
      auto check = share->named.data.empty()
                       ? JudgeUnnamed(view, passage, *share, previous)
                       : JudgeNamed(*share);
      if (!check) continue;
      if (const Datum* base = BaseOf(view, *check)) {
        previous.bases.insert(previous.bases.begin(), base);
        previous.percent_mention = i;
        group.decided.emplace_back(*share, base);
      } else {
        group.open.emplace_back(*share, checks.size());
      }
      checks.push_back(*std::move(check));
    }
    JudgeOpen(group, checks);
  }
}

}  // namespace nianbao::validation
