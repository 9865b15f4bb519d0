#include "services/validation/earlier_rates.h"

#include <map>
#include <optional>
#include <set>
#include <string>

#include "services/core/rational.h"
#include "services/validation/share_checks.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONSISTENT;

constexpr int kFineDecimals = 2;
// As for the rates of a table's columns.
constexpr int kChance = 5;

// A rate of this year with the people that it is a share of; no people where
// two checks differ.
struct Shown {
  const Datum* rate = nullptr;
  const Datum* whole = nullptr;
};

bool IsPrincipalKind(const Datum& datum) {
  return IsLinked(datum) && IsWholeDatum(datum) && datum.year.has_value();
}

// What the checks show by the rate's code.
std::map<std::string, Shown> ShownBy(const ReportView& view,
                                     const Checks& checks) {
  std::map<std::string, Shown> shown;
  for (const Check& check : checks) {
    if (check.kind() != "share" || !check.rule().empty() ||
        check.verdict() != VERDICT_CONSISTENT || check.operands_size() != 3) {
      continue;
    }
    const Datum* rate = view.data().Find(check.operands(0).fact());
    const Datum* whole = view.data().Find(check.operands(2).fact());
    if (rate == nullptr || whole == nullptr || !IsPrincipalKind(*rate) ||
        !IsPrincipalKind(*whole) || rate->year != whole->year ||
        rate->quantity.decimals < kFineDecimals) {
      continue;
    }
    const auto [at, fresh] = shown.emplace(rate->code, Shown{rate, whole});
    if (!fresh && at->second.whole != nullptr &&
        at->second.whole->code != whole->code) {
      at->second.whole = nullptr;
    }
  }
  return shown;
}

// The rates that a check has recomputed or found attainable.
std::set<std::string> JudgedRates(const Checks& checks) {
  std::set<std::string> judged;
  for (const Check& check : checks) {
    if (check.kind() != "domain" && check.kind() != "same_concept" &&
        !check.operands().empty()) {
      judged.insert(check.operands(0).fact());
    }
  }
  return judged;
}

bool CanBeJudged(const Datum& rate, const Datum& whole) {
  const core::Quantity percent = PercentOf(rate);
  const Rational prints = 100 * core::PowerOfTen(percent.decimals);
  return rate.fact->origin() == ORIGIN_TABLE && IsPercent(rate) &&
         !IsHedged(rate) && IsCount(whole) && !IsHedged(whole) &&
         percent.decimals >= kFineDecimals && percent.value > 0 &&
         percent.value < 100 && whole.quantity.value > 0 &&
         whole.quantity.value * kChance < prints;
}

Check EarlierCheck(const Datum& rate, const Datum& whole) {
  const core::Quantity percent = PercentOf(rate);
  const Verdict verdict = JudgeWholePeople(percent, whole);
  const std::string formula =
      NumberIn(whole.quantity, "") + "×" + Printed(rate) + "=" +
      core::ToRoundedText(
          Rational(percent.value * whole.quantity.value / Rational(100)), 2);
  const bool fits = verdict == VERDICT_CONSISTENT;
  CheckMaker maker("attainability");
  maker.Operand(rate, "share")
      .Operand(whole, "whole")
      .Verdict(verdict)
      .Reported(Printed(rate), percent.rounded)
      .Computed(formula, std::nullopt)
      .Message(
          fits ? MessageId::kRateAttainable : MessageId::kRateEarlier,
          {Named("rate", rate), Named("whole", whole), {"formula", formula}});
  if (!fits) maker.Instruction(MessageId::kShareInstruction);
  return maker.Done();
}

}  // namespace

void FindEarlierRates(const ReportView& view, Checks& checks) {
  const std::set<std::string> judged = JudgedRates(checks);
  for (const auto& [code, now] : ShownBy(view, checks)) {
    if (now.whole == nullptr) continue;
    const int year = *now.rate->year - 1;
    const Datum* rate = view.data().Principal(code, year);
    const Datum* whole = view.data().Principal(now.whole->code, year);
    if (rate == nullptr || whole == nullptr || !CanBeJudged(*rate, *whole) ||
        judged.count(rate->fact->id()) > 0) {
      continue;
    }
    checks.push_back(EarlierCheck(*rate, *whole));
  }
}

}  // namespace nianbao::validation
