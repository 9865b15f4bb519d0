#include "services/validation/per_person.h"

#include <optional>
#include <string>

#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/names.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::string_view kEach = "人均";

bool IsPeople(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "人" &&
         !IsHedged(datum);
}

// The only people that the sentence counts before `mention`; null where there
// are none or several.
const Datum* OnlyPeople(const Passage& passage, int mention) {
  const Datum* only = nullptr;
  for (int i = mention - 1; i >= passage.SentenceOf(mention).first; --i) {
    if (passage.at(i).change || !IsPeople(*passage.at(i).datum)) continue;
    if (only != nullptr) return nullptr;
    only = passage.at(i).datum;
  }
  return only;
}

// Those whom the words before 人均 name, as 专任教师 in 专任教师人均.
const Datum* NamedPeople(const ReportView& view, const Passage& passage,
                         int mention, std::string_view name) {
  const auto meaning =
      MeaningOf(name, {view, passage, mention}, *passage.at(mention).datum);
  if (!meaning.Sure() || !IsPeople(*meaning.data.front())) return nullptr;
  return meaning.data.front();
}

std::optional<Check> Judge(const ReportView& view, const Passage& passage,
                           int mention) {
  const std::string lead = passage.Lead(mention);
  const std::size_t at = lead.find(kEach);
  const int before = mention - 1;
  if (at == std::string::npos || before < passage.SentenceOf(mention).first) {
    return std::nullopt;
  }
  const Datum& each = *passage.at(mention).datum;
  const Datum& amount = *passage.at(before).datum;
  if (passage.at(mention).change || passage.at(before).change ||
      IsHedged(each) || IsHedged(amount) || !Comparable(amount, each) ||
      IsPeople(amount)) {
    return std::nullopt;
  }
  const Datum* people =
      at == 0 ? OnlyPeople(passage, mention)
              : NamedPeople(view, passage, mention, lead.substr(0, at));
  const auto shared = InUnit(amount.quantity, each.quantity.unit);
  if (people == nullptr || !shared) return std::nullopt;
  const auto outcome =
      QuotientOf(*shared, people->quantity, each.quantity.decimals);
  if (!outcome) return std::nullopt;
  const auto verdict = JudgeOutcome(AsMean(each.quantity), *outcome);
  if (verdict == VERDICT_UNDECIDED) return std::nullopt;
  CheckMaker maker("per_head");
  maker.Operand(each, "result")
      .Operand(amount, "dividend")
      .Operand(*people, "divisor")
      .Verdict(verdict)
      .Reported(Printed(each), AsMean(each.quantity).rounded)
      .Computed(outcome->formula, outcome->interval)
      .Message(verdict == VERDICT_CONSISTENT     ? MessageId::kPerHeadFits
               : verdict == VERDICT_CONTRADICTED ? MessageId::kPerPersonWrong
                                                 : MessageId::kPerPersonRounded,
               {Named("amount", amount),
                Named("students", *people),
                Named("result", each),
                {"formula", outcome->formula}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kPerPersonInstruction);
  }
  return maker.Done();
}

}  // namespace

void FindPerPersons(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (auto check = Judge(view, passage, i)) {
        checks.push_back(*std::move(check));
      }
    }
  }
}

}  // namespace nianbao::validation
