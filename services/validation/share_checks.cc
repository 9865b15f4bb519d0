#include "services/validation/share_checks.h"

#include <string>

#include "services/core/rational.h"
#include "services/validation/arithmetic.h"
#include "services/validation/names.h"

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

}  // namespace

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

Check DecidedShare(const ReportView& view, const StatedShare& share,
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

Check UndecidedShare(const StatedShare& share,
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

}  // namespace nianbao::validation
