#include "services/validation/per_head.h"

#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::string_view kPerStudent = "生均";
constexpr std::string_view kStudents = "在校生";

// Figures of all students, of any year, each value once.
std::vector<const Datum*> StudentsOf(const ReportView& view) {
  const std::string key = LabelKey(kStudents);
  const std::string code = view.terms().CodeOf(key);
  std::vector<const Datum*> students;
  for (const Datum& datum : view.data().all()) {
    const bool named = code.empty()
                           ? MatchKeys(key, datum.key) != KeyMatch::kNone
                           : datum.code == code;
    if (!named || !IsWholeDatum(datum) || !IsCount(datum) ||
        !datum.quantity.rounded.IsPoint()) {
      continue;
    }
    bool known = false;
    for (const Datum* other : students) {
      known = known || other->quantity.value == datum.quantity.value;
    }
    if (!known) students.push_back(&datum);
  }
  return students;
}

// The amount before `mention` in its sentence that it shares out; null where
// there is none.
const Datum* AmountBefore(const Passage& passage, int mention) {
  const Datum& per_head = *passage.at(mention).datum;
  for (int i = mention - 1; i >= passage.SentenceOf(mention).first; --i) {
    const Mention& other = passage.at(i);
    if (other.change || Has(other.datum->fact->label(), kPerStudent)) continue;
    if (Comparable(*other.datum, per_head)) return other.datum;
  }
  return nullptr;
}

Check PerHeadCheck(const Datum& per_head, const Datum& amount,
                   const Datum& students, const Outcome& outcome,
                   Verdict verdict) {
  const bool decided = verdict != VERDICT_UNDECIDED;
  CheckMaker maker("per_head");
  maker.Operand(per_head, "result").Operand(amount, "dividend");
  if (decided) maker.Operand(students, "divisor");
  maker.Verdict(verdict).Reported(Printed(per_head), per_head.quantity.rounded);
  if (decided) maker.Computed(outcome.formula, outcome.interval);
  maker.Message(decided ? verdict == VERDICT_CONSISTENT
                              ? MessageId::kPerHeadFits
                              : MessageId::kPerHeadRounded
                        : MessageId::kPerHeadUndecided,
                {Named("amount", amount),
                 Named("students", students),
                 Named("result", per_head),
                 {"formula", outcome.formula}});
  if (!decided) maker.Reason(MessageId::kPerHeadReason, {});
  return maker.Done();
}

void Judge(const Datum& per_head, const Datum& amount,
           const std::vector<const Datum*>& students, Checks& checks) {
  const auto in_unit = InUnit(amount.quantity, per_head.quantity.unit);
  if (!in_unit || students.empty()) return;
  const auto outcome_of = [&](const Datum& datum) {
    return QuotientOf(*in_unit, datum.quantity, per_head.quantity.decimals);
  };
  for (const Verdict wanted :
       {VERDICT_CONSISTENT, VERDICT_ROUNDED_DIFFERENTLY}) {
    for (const Datum* datum : students) {
      const auto outcome = outcome_of(*datum);
      if (!outcome ||
          core::JudgeEqual(per_head.quantity, outcome->interval) != wanted) {
        continue;
      }
      checks.push_back(
          PerHeadCheck(per_head, amount, *datum, *outcome, wanted));
      return;
    }
  }
  if (const auto outcome = outcome_of(*students.front())) {
    checks.push_back(PerHeadCheck(per_head, amount, *students.front(), *outcome,
                                  VERDICT_UNDECIDED));
  }
}

}  // namespace

void FindPerHeads(const ReportView& view, Checks& checks) {
  const std::vector<const Datum*> students = StudentsOf(view);
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (passage.at(i).change || !Has(passage.Lead(i), kPerStudent)) continue;
      const Datum* amount = AmountBefore(passage, i);
      if (amount != nullptr) {
        Judge(*passage.at(i).datum, *amount, students, checks);
      }
    }
  }
}

}  // namespace nianbao::validation
