#include "services/validation/shares.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/share_parts.h"

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

// The percentage in %, within 0 and 100.
Quantity PercentOf(const Datum& datum) {
  Quantity percent = InUnit(datum.quantity, "%").value_or(datum.quantity);
  const Interval bounds = Interval::Closed(0, 100);
  percent.rounded = core::Clip(percent.rounded, bounds);
  percent.loose = core::Clip(percent.loose, bounds);
  return percent;
}

Verdict JudgeShare(const StatedShare& share, const Datum& whole) {
  const auto interval = ShareInterval(share.part->quantity, whole.quantity);
  return interval ? core::JudgeEqual(PercentOf(*share.percent), *interval)
                  : VERDICT_UNDECIDED;
}

const Datum* Fitting(const StatedShare& share,
                     const std::vector<const Datum*>& wholes) {
  for (const Datum* whole : wholes) {
    if (JudgeShare(share, *whole) == VERDICT_CONSISTENT) return whole;
  }
  return nullptr;
}

// Suggests the share, the part, or last year's whole as the base used.
void AddHints(const ReportView& view, const StatedShare& share,
              const Datum& whole, const Outcome& outcome, CheckMaker& maker) {
  const Quantity percent = PercentOf(*share.percent);
  if (outcome.printed <= 100) {
    maker.Hint(
        MessageId::kShareHintFigure,
        {{"formula", outcome.formula},
         {"figure",
          core::ToRoundedText(outcome.printed, percent.decimals) + "%"}});
  }
  const auto base = InUnit(whole.quantity, share.part->quantity.unit);
  if (base && IsCount(*share.part) && base->rounded.IsPoint() &&
      percent.rounded.lower.value && percent.rounded.upper.value) {
    const Rational low = *percent.rounded.lower.value * base->value / 100;
    const Rational high = *percent.rounded.upper.value * base->value / 100;
    const core::Integer count = core::Ceiling(low);
    if (count == core::Floor(high)) {
      maker.Hint(MessageId::kShareHintPart,
                 {{"figure", Printed(*share.percent)}, {"count", count.str()}});
    }
  }
  const Datum* before = YearBefore(view, whole);
  if (before == nullptr || before->quantity.value == 0) return;
  const auto other =
      ShareOf(share.part->quantity, before->quantity, percent.decimals);
  if (other &&
      core::JudgeEqual(percent, other->interval) != VERDICT_CONTRADICTED) {
    maker.Hint(MessageId::kShareHintLastYear,
               {Named("whole", *before), {"formula", other->formula}});
  }
}

MessageId MessageOf(Verdict verdict) {
  switch (verdict) {
    case VERDICT_CONSISTENT:
      return MessageId::kShareFits;
    case VERDICT_ROUNDED_DIFFERENTLY:
      return MessageId::kShareRounded;
    case VERDICT_CONTRADICTED:
      return MessageId::kShareWrong;
    default:
      return MessageId::kShareUndecided;
  }
}

Check Decided(const ReportView& view, const StatedShare& share,
              const Datum& whole, Verdict verdict) {
  const Quantity percent = PercentOf(*share.percent);
  const auto outcome =
      ShareOf(share.part->quantity, whole.quantity, percent.decimals);
  CheckMaker maker("share");
  maker.Operand(*share.percent, "share")
      .Operand(*share.part, "part")
      .Operand(whole, "whole")
      .Verdict(verdict)
      .Reported(Printed(*share.percent), percent.rounded)
      .Computed(outcome->formula, outcome->interval)
      .Message(
          MessageOf(verdict),
          {Named("part", *share.part),
           Named("whole", whole),
           {"share", Printed(*share.percent)},
           {"formula", outcome->formula},
           {"reported", core::ToText(percent.rounded, percent.decimals + 1)}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kShareInstruction);
    AddHints(view, share, whole, *outcome, maker);
  }
  return maker.Done();
}

Check Undecided(const StatedShare& share,
                const std::vector<const Datum*>& wholes) {
  CheckMaker maker("share");
  maker.Operand(*share.percent, "share").Operand(*share.part, "part");
  maker.Verdict(VERDICT_UNDECIDED)
      .Reported(Printed(*share.percent), PercentOf(*share.percent).rounded)
      .Message(
          MessageId::kShareUndecided,
          {Named("part", *share.part), {"share", Printed(*share.percent)}});
  std::string bases;
  for (const Datum* whole : wholes) {
    bases +=
        (bases.empty() ? "" : "、") + whole->fact->label() + Printed(*whole);
  }
  if (bases.empty()) {
    maker.Reason(MessageId::kShareReasonNoBase, {});
  } else {
    maker.Reason(MessageId::kShareReasonBases, {{"bases", bases}});
  }
  return maker.Done();
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
          IsHedged(*whole) || !SameUnit(*whole, *share.part) ||
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

Check JudgeNamed(const ReportView& view, const StatedShare& share) {
  const Datum* fitting = Fitting(share, share.named.data);
  if (fitting != nullptr) {
    return Decided(view, share, *fitting, VERDICT_CONSISTENT);
  }
  const Datum& base = *share.named.data.front();
  const Verdict verdict = JudgeShare(share, base);
  if (share.named.Sure() && Comparable(base, *share.part) &&
      verdict != VERDICT_UNDECIDED) {
    return Decided(view, share, base, verdict);
  }
  return Undecided(share, share.named.data);
}

// The base of the share before in the same sentence, in the part's year.
const Datum* Inherited(const ReportView& view, const Datum* base,
                       const Datum& part) {
  if (base == nullptr || SamePeriod(*base, part) || !part.year) return base;
  return InYear(view, *base, *part.year);
}

std::optional<Check> JudgeUnnamed(const ReportView& view,
                                  const StatedShare& share,
                                  const Datum* inherited) {
  std::vector<const Datum*> wholes = share.in_sentence;
  inherited = Inherited(view, inherited, *share.part);
  if (inherited != nullptr) wholes.push_back(inherited);
  wholes.insert(wholes.end(), share.in_paragraph.begin(),
                share.in_paragraph.end());
  const Datum* base = Fitting(share, wholes);
  if (base == nullptr && !share.governed) {
    base = OnlyFittingInReport(view, share);
  }
  if (base != nullptr) return Decided(view, share, *base, VERDICT_CONSISTENT);
  // A base that is named but not found is not the sentence's whole.
  if (share.governed && share.form.base.empty()) {
    const Datum& whole = *share.in_sentence.front();
    const Verdict verdict = JudgeShare(share, whole);
    if (verdict != VERDICT_UNDECIDED) {
      return Decided(view, share, whole, verdict);
    }
  }
  // A rate with no count to be a rate of says nothing that can be checked.
  if (!share.form.stem.empty() && share.in_sentence.empty()) {
    return std::nullopt;
  }
  return Undecided(share, wholes);
}

}  // namespace

void FindShares(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    const Datum* inherited = nullptr;
    for (int i = 0; i < passage.size(); ++i) {
      const Mention& mention = passage.at(i);
      if (passage.GroupFirst(i) == i) inherited = nullptr;
      if (mention.change || !IsPercent(*mention.datum)) continue;
      const auto share = ShareAt(view, passage, i);
      if (!share) continue;
      if (!share->named.data.empty()) {
        checks.push_back(JudgeNamed(view, *share));
        inherited = share->named.data.front();
      } else if (auto check = JudgeUnnamed(view, *share, inherited)) {
        checks.push_back(*std::move(check));
      }
    }
  }
}

}  // namespace nianbao::validation
