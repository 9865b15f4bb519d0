#include "services/validation/change_checks.h"

#include <algorithm>
#include <optional>
#include <string>

#include "services/validation/arithmetic.h"

namespace nianbao::validation {
namespace {

using core::Quantity;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// What the change is measured in.
enum class Measure {
  kDifference,
  kGrowth,
  // A percentage of percentages.
  kEither,
  // Points of what is no percentage.
  kPoints,
};

Measure MeasureOf(const StatedChange& stated) {
  const bool percents = IsPercent(*stated.now) && IsPercent(*stated.before);
  if (IsPercentPoint(*stated.change) && !IsPercent(*stated.now)) {
    return Measure::kPoints;
  }
  if (!IsPercent(*stated.change)) return Measure::kDifference;
  return percents ? Measure::kEither : Measure::kGrowth;
}

// The change as a signed quantity. A figure with its own sign, as in a table,
// keeps it; words such as 减少 give theirs.
Quantity Reported(const StatedChange& stated) {
  return Signed(stated.change->quantity, stated.direction);
}

std::optional<Outcome> Difference(const StatedChange& stated) {
  // Points are differences of percentages.
  const bool points = IsPercent(*stated.now);
  const std::string unit = points ? "%" : stated.change->quantity.unit;
  return DifferenceOf(stated.now->quantity, stated.before->quantity,
                      unit.empty() ? stated.now->quantity.unit : unit);
}

std::optional<Outcome> Growth(const StatedChange& stated) {
  return GrowthOf(stated.now->quantity, stated.before->quantity,
                  stated.change->quantity.decimals);
}

Verdict Judged(const StatedChange& stated,
               const std::optional<Outcome>& outcome) {
  return outcome ? JudgeOutcome(Reported(stated), *outcome) : VERDICT_UNDECIDED;
}

// The outcome that the check shows.
std::optional<Outcome> Shown(const StatedChange& stated) {
  switch (MeasureOf(stated)) {
    case Measure::kDifference:
      return Difference(stated);
    case Measure::kGrowth:
    case Measure::kPoints:
      return Growth(stated);
    case Measure::kEither:
      break;
  }
  const auto growth = Growth(stated);
  const bool grew = Judged(stated, Difference(stated)) != VERDICT_CONSISTENT &&
                    Judged(stated, growth) == VERDICT_CONSISTENT;
  return grew ? growth : Difference(stated);
}

MessageId MessageOf(Verdict verdict, Measure measure) {
  switch (verdict) {
    case VERDICT_CONSISTENT:
      return MessageId::kChangeFits;
    case VERDICT_ROUNDED_DIFFERENTLY:
      return MessageId::kChangeRounded;
    case VERDICT_CONTRADICTED:
      return measure == Measure::kPoints ? MessageId::kChangePoints
                                         : MessageId::kChangeWrong;
    default:
      return MessageId::kChangeUndecided;
  }
}

// Only what grew by as many per cent shows that points are a slip.
Verdict JudgePoints(const StatedChange& stated) {
  return Judged(stated, Growth(stated)) == VERDICT_CONSISTENT
             ? VERDICT_CONTRADICTED
             : VERDICT_UNDECIDED;
}

}  // namespace

Verdict JudgeChange(const StatedChange& stated) {
  if (MeasureOf(stated) == Measure::kPoints) return JudgePoints(stated);
  const Verdict difference = Judged(stated, Difference(stated));
  switch (MeasureOf(stated)) {
    case Measure::kDifference:
      return difference;
    case Measure::kGrowth:
      return Judged(stated, Growth(stated));
    default:
      break;
  }
  if (difference == VERDICT_CONSISTENT ||
      Judged(stated, Growth(stated)) == VERDICT_CONSISTENT) {
    return VERDICT_CONSISTENT;
  }
  return difference == VERDICT_ROUNDED_DIFFERENTLY ? difference
                                                   : VERDICT_UNDECIDED;
}

Check ChangeCheck(const StatedChange& stated, Verdict verdict,
                  std::string_view kind) {
  const Measure measure = MeasureOf(stated);
  const bool growth =
      measure == Measure::kGrowth || measure == Measure::kPoints;
  CheckMaker maker(growth && kind == "change" ? "growth" : kind);
  const auto outcome = Shown(stated);
  maker.Operand(*stated.change, "change")
      .Operand(*stated.now, "now")
      .Operand(*stated.before, "before")
      .Verdict(verdict)
      .Reported(Printed(*stated.change), Reported(stated).rounded);
  if (outcome) maker.Computed(outcome->formula, outcome->interval);
  maker.Message(MessageOf(verdict, measure),
                {{"now", Printed(*stated.now)},
                 {"before", Printed(*stated.before)},
                 {"label", stated.now->fact->label(), stated.now->label_en},
                 {"change", Printed(*stated.change)},
                 {"formula", outcome ? outcome->formula : ""}});
  if (verdict == VERDICT_UNDECIDED) {
    if (measure == Measure::kEither) {
      maker.Reason(MessageId::kChangeReasonPercent, {});
    } else {
      maker.Reason(MessageId::kChangeReasonSubject, {});
    }
  } else if (verdict != VERDICT_CONSISTENT && outcome) {
    maker.Instruction(MessageId::kChangeInstruction);
  }
  return maker.Done();
}

}  // namespace nianbao::validation
