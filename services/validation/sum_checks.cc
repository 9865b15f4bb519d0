#include "services/validation/sum_checks.h"

#include <string>

#include "services/validation/arithmetic.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::size_t kLongestSubsetList = 8;
constexpr int kNear = 5;

Outcome Total(const StatedSum& sum) {
  return *SumOf(sum.items, sum.signs, sum.whole->quantity.unit);
}

std::string PrintedItems(const StatedSum& sum) {
  std::string items;
  for (const Datum* item : sum.items) {
    items += (items.empty() ? "" : "、") + Printed(*item);
  }
  return items;
}

CheckMaker Started(const StatedSum& sum, std::string_view kind, Verdict verdict,
                   bool all_judged) {
  const Outcome total = Total(sum);
  const std::string whole = Printed(*sum.whole);
  CheckMaker maker(kind);
  maker.Operand(*sum.whole, "whole");
  for (std::size_t i = 0; i < sum.items.size(); ++i) {
    const bool less = i < sum.signs.size() && sum.signs[i] < 0;
    maker.Operand(*sum.items[i], less ? "less" : "part");
  }
  maker.Verdict(verdict)
      .Reported(all_judged ? whole + "（" + PrintedItems(sum) + "）" : whole,
                sum.whole->quantity.rounded)
      .Computed(total.formula, total.interval);
  return maker;
}

Args SumArgs(const StatedSum& sum) {
  const Outcome total = Total(sum);
  const core::Rational gap = total.printed - sum.whole->quantity.value;
  return {Named("whole", *sum.whole),
          {"items", PrintedItems(sum)},
          {"formula", total.formula},
          {"gap", core::ToRoundedText(gap < 0 ? core::Rational(-gap) : gap, 4) +
                      sum.whole->quantity.unit}};
}

}  // namespace

Check SumThatFits(const StatedSum& sum) {
  return Started(sum, "sum", VERDICT_CONSISTENT, false)
      .Message(MessageId::kSumFits, SumArgs(sum))
      .Done();
}

Check SumThatMust(const StatedSum& sum) {
  const Verdict verdict = JudgeOutcome(sum.whole->quantity, Total(sum));
  if (verdict == VERDICT_CONSISTENT) return SumThatFits(sum);
  CheckMaker maker = Started(sum, "sum", verdict, true);
  maker.Message(MessageId::kSumWrong, SumArgs(sum))
      .Instruction(MessageId::kSumInstruction);
  return maker.Done();
}

Check SumThatOverlaps(const StatedSum& sum) {
  CheckMaker maker = Started(sum, "sum", VERDICT_UNDECIDED, true);
  maker.Severity(SEVERITY_QUERY)
      .Message(MessageId::kSumUndecided, SumArgs(sum))
      .Reason(MessageId::kSumReasonOverlap, {})
      .Instruction(MessageId::kSumInstruction);
  return maker.Done();
}

Check PartTooLarge(const StatedSum& sum) {
  return Started(sum, "part", VERDICT_CONTRADICTED, true)
      .Message(MessageId::kPartWrong, SumArgs(sum))
      .Instruction(MessageId::kSumInstruction)
      .Done();
}

Check PartsThatFit(const StatedSum& sum) {
  return Started(sum, "part", VERDICT_CONSISTENT, false)
      .Message(MessageId::kPartFits, SumArgs(sum))
      .Done();
}

bool IsNearWhole(const StatedSum& sum) {
  const auto total = SumOf(sum.items, sum.signs, sum.whole->quantity.unit);
  const core::Rational& whole = sum.whole->quantity.value;
  return total && abs(core::Rational(total->printed - whole)) * kNear <= whole;
}

std::vector<const Datum*> OnlySubset(const StatedSum& sum) {
  if (sum.items.size() > kLongestSubsetList) return {};
  std::vector<const Datum*> only;
  for (unsigned mask = 0; mask < (1U << sum.items.size()); ++mask) {
    std::vector<const Datum*> subset;
    for (std::size_t i = 0; i < sum.items.size(); ++i) {
      if ((mask >> i) & 1U) subset.push_back(sum.items[i]);
    }
    if (subset.size() < 2) continue;
    const auto total = SumOf(subset, {}, sum.whole->quantity.unit);
    if (total->printed != sum.whole->quantity.value) continue;
    if (!only.empty()) return {};
    only = subset;
  }
  return only;
}

}  // namespace nianbao::validation
