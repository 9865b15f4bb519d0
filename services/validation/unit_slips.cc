#include "services/validation/unit_slips.h"

#include <map>
#include <string>
#include <vector>

#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

// Round amounts are ten thousand times each other by chance.
constexpr int kFewestDigits = 3;

Rational InBaseUnit(const Datum& datum) {
  return datum.quantity.value * core::FindUnit(datum.quantity.unit).factor;
}

// Digits of the printed number without zeros at its ends.
int SignificantDigits(const Datum& datum) {
  std::string digits;
  for (const char c : datum.fact->figure().value()) {
    if (c >= '0' && c <= '9') digits += c;
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return 0;
  return static_cast<int>(digits.find_last_not_of('0') - first + 1);
}

bool IsCandidate(const Datum& datum) {
  return datum.fact->fact_class() == FACT_CLASS_OWN && IsWholeDatum(datum) &&
         !IsHedged(datum) && !core::FindUnit(datum.quantity.unit).counting &&
         SignificantDigits(datum) >= kFewestDigits;
}

// Whether most of the shorter label is in the longer one.
bool AreAlike(const Datum& a, const Datum& b) {
  const bool first_shorter = a.key.size() <= b.key.size();
  const std::string& part = first_shorter ? a.key : b.key;
  const std::string& whole = first_shorter ? b.key : a.key;
  const int size = static_cast<int>(Characters(part).size());
  return size >= 4 && 3 * CharactersMissing(part, whole) <= size;
}

Check SlipCheck(const Datum& slip, const Datum& other) {
  return CheckMaker("same_concept")
      .Operand(slip, "place")
      .Operand(other, "place")
      .Verdict(VERDICT_CONTRADICTED)
      .Reported(Printed(slip) + " / " + Printed(other), slip.quantity.rounded)
      .Computed(Printed(slip) + "≠" + Printed(other), other.quantity.rounded)
      .Message(MessageId::kSameWrong,
               {{"label", slip.fact->label(), slip.label_en},
                {"period", slip.fact->period()},
                {"odd", Printed(slip)},
                {"figure", Printed(other)},
                {"count", "1"}})
      .Instruction(MessageId::kSameInstruction)
      .Done();
}

}  // namespace

void FindUnitSlips(const ReportView& view, Checks& checks) {
  std::map<Rational, std::vector<const Datum*>> by_amount;
  for (const Datum& datum : view.data().all()) {
    if (IsCandidate(datum)) by_amount[InBaseUnit(datum)].push_back(&datum);
  }
  for (const Datum& slip : view.data().all()) {
    if (slip.fact->origin() != ORIGIN_TABLE || !IsCandidate(slip)) continue;
    const auto found =
        by_amount.find(Rational(InBaseUnit(slip) * core::PowerOfTen(-4)));
    if (found == by_amount.end()) continue;
    for (const Datum* other : found->second) {
      // One indicator's figures are compared as such.
      const bool same = !slip.code.empty() && slip.code == other->code;
      if (same || !Comparable(slip, *other) || !SamePeriod(slip, *other) ||
          !AreAlike(slip, *other)) {
        continue;
      }
      checks.push_back(SlipCheck(slip, *other));
      break;
    }
  }
}

}  // namespace nianbao::validation
