#include "services/validation/share_checks.h"

#include <string>

#include "services/core/rational.h"
#include "services/validation/arithmetic.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

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

bool HoldsWhole(const Interval& interval) {
  const core::Integer least = core::Ceiling(*interval.lower.value);
  return least <= core::Floor(*interval.upper.value);
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
  if (!interval) return VERDICT_UNDECIDED;
  return Unless(share.part->quantity.vague || whole.quantity.vague,
                core::JudgeEqual(PercentOf(*share.percent), *interval));
}

Verdict JudgeWholePeople(const Quantity& percent, const Datum& base) {
  const Interval each =
      Interval::Point(core::Rational(base.quantity.value / 100));
  if (HoldsWhole(percent.rounded * each)) return VERDICT_CONSISTENT;
  return HoldsWhole(percent.loose * each) ? VERDICT_ROUNDED_DIFFERENTLY
                                          : VERDICT_CONTRADICTED;
}

Check DecidedShare(const StatedShare& share, const Datum& whole,
                   Verdict verdict) {
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
           {"gap", core::ToRoundedText(
                       abs(core::Rational(percent.value - outcome->printed)),
                       percent.decimals > 2 ? percent.decimals : 2)},
           {"reported", core::ToText(percent.rounded, percent.decimals + 1)}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kShareInstruction);
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
  bool vague = share.part->quantity.vague;
  for (const Datum* whole : wholes) vague = vague || whole->quantity.vague;
  if (vague) {
    maker.Reason(MessageId::kRuleReasonVague, {});
  } else if (bases.empty()) {
    maker.Reason(MessageId::kShareReasonNoBase, {});
  } else {
    maker.Reason(MessageId::kShareReasonBases, {{"bases", bases}});
  }
  return maker.Done();
}

}  // namespace nianbao::validation
