#include "services/validation/order_checks.h"

#include <string>

#include "services/core/interval.h"
#include "services/validation/arithmetic.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Operator;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

std::string Sign(Operator order) {
  switch (order) {
    case Operator::kAtMost:
      return "≤";
    case Operator::kAtLeast:
      return "≥";
    case Operator::kLess:
      return "<";
    case Operator::kGreater:
      return ">";
    default:
      return "=";
  }
}

Check Made(CheckMaker& maker, const std::string& left, const std::string& right,
           Operator order, Verdict verdict) {
  const std::string relation = left + Sign(order) + right;
  maker.Verdict(verdict).Message(
      verdict == VERDICT_CONSISTENT     ? MessageId::kOrderFits
      : verdict == VERDICT_CONTRADICTED ? MessageId::kOrderWrong
                                        : MessageId::kOrderUndecided,
      {{"relation", relation}});
  if (verdict == VERDICT_CONTRADICTED) {
    maker.Instruction(MessageId::kOrderInstruction);
  }
  if (verdict == VERDICT_UNDECIDED) maker.Reason(MessageId::kOrderReason, {});
  return maker.Done();
}

}  // namespace

Verdict JudgeOrder(const Datum& left, Operator order, const Datum& right) {
  const auto limit = InUnit(right.quantity, left.quantity.unit);
  if (!limit) return VERDICT_UNDECIDED;
  return Unless(
      IsHedged(left) || right.quantity.vague,
      core::Judge(left.quantity.rounded, order, Interval::Point(limit->value)));
}

Verdict JudgeOrderOfFigures(const Datum& left, Operator order,
                            const Datum& right) {
  const auto other = InUnit(right.quantity, left.quantity.unit);
  if (!other) return VERDICT_UNDECIDED;
  return Unless(IsHedged(left) || IsHedged(right),
                core::Judge(left.quantity.rounded, order, other->rounded));
}

Check OrderCheck(const Datum& left, Operator order, const Datum& right,
                 Verdict verdict) {
  CheckMaker maker("order");
  maker.Operand(left, "left")
      .Operand(right, "right")
      .Reported(Printed(left), left.quantity.rounded)
      .Computed(Printed(left) + Sign(order) + Printed(right),
                right.quantity.rounded);
  return Made(maker, left.fact->label() + Printed(left), Printed(right), order,
              verdict);
}

Check OrderCheck(const TextFigure& left, int left_value,
                 const TextFigure& right, int right_value) {
  CheckMaker maker("order");
  maker.Operand(left, "left")
      .Operand(right, "right")
      .Reported(left.text, Interval::Point(left_value))
      .Computed(left.value + Sign(Operator::kAtMost) + right.value,
                Interval::Point(right_value));
  return Made(
      maker, left.text, right.text, Operator::kAtMost,
      left_value <= right_value ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED);
}

}  // namespace nianbao::validation
