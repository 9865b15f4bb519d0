#include "services/validation/named_shares.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "services/core/rational.h"
#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/label_key.h"
#include "services/validation/share_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

constexpr std::string_view kStudents = "在校生";
constexpr std::size_t kShortestNoun = 6;  // bytes: two characters
constexpr int kLeastDecimals = 2;

bool IsPlainCount(const Datum& datum) {
  return IsWholeDatum(datum) && IsCount(datum) && !IsHedged(datum) &&
         datum.fact->fact_class() == FACT_CLASS_OWN;
}

// The label's key without the words that make it a share; empty where it has
// none.
std::string PartKeyOf(const Datum& rate) {
  const std::string label = Compact(rate.fact->label());
  const std::string_view name = StripEnd(label, {"比例", "占比", "的", "所占"});
  return name.size() == label.size() ? "" : LabelKey(name);
}

// The one count of that year with that key; null where there are none or
// several values.
const Datum* OnlyCount(const ReportView& view, std::string_view key,
                       const Datum& rate) {
  const Datum* only = nullptr;
  for (const Datum* datum : view.data().WithKey(key)) {
    if (!IsPlainCount(*datum) || !SamePeriod(*datum, rate)) continue;
    if (only != nullptr && only->quantity.value != datum->quantity.value) {
      return nullptr;
    }
    only = datum;
  }
  return only;
}

// All of the kind that the ending of `key` names, an indicator or a figure of
// that very name; null where none is stated.
const Datum* BaseNamedBy(const ReportView& view, std::string_view key,
                         const Datum& rate) {
  for (std::size_t at = 0; at < key.size();) {
    at += CharacterSize(key.substr(at));
    const std::string_view noun = key.substr(at);
    if (noun.size() < kShortestNoun) break;
    const std::string code = view.terms().CodeOf(noun);
    const Datum* base = code.empty() ? OnlyCount(view, noun, rate)
                                     : view.data().Principal(code, *rate.year);
    if (base != nullptr && IsPlainCount(*base)) return base;
  }
  return nullptr;
}

std::optional<Check> JudgeNamed(const ReportView& view, const Datum& rate) {
  const std::string key = PartKeyOf(rate);
  if (key.empty() || !rate.year) return std::nullopt;
  StatedShare share;
  share.percent = &rate;
  share.part = OnlyCount(view, key, rate);
  const Datum* base = BaseNamedBy(view, key, rate);
  if (share.part == nullptr || base == nullptr || base == share.part ||
      base->quantity.value < share.part->quantity.value) {
    return std::nullopt;
  }
  const Verdict verdict = JudgeShare(share, *base);
  if (verdict != VERDICT_CONSISTENT && verdict != VERDICT_ROUNDED_DIFFERENTLY) {
    return std::nullopt;
  }
  return DecidedShare(share, *base, verdict);
}

// Whether the words before a percentage make all students its base.
bool IsOfAllStudents(const Passage& passage, int mention) {
  const std::string lead = passage.Lead(mention);
  return HasAny(lead, {"全校", "在校学生中", "在校生中"}) &&
         EndsWithAny(lead, {"比例", "占比", "比例为", "占比为", "率", "率为",
                            "比例达", "率达", "比例达到", "率达到"}) &&
         HasAny(lead, {"学生", "团员", "在校生", "住校", "男生", "女生"}) &&
         !HasAny(lead, {"教师", "教职工", "毕业"});
}

// Some whole number of people that gives the percentage; nothing where none
// does.
std::optional<core::Integer> PeopleBehind(const Quantity& percent,
                                          const Rational& all) {
  const core::Integer least =
      core::Ceiling(*percent.rounded.lower.value * all / 100);
  const Verdict verdict =
      core::JudgeAttainable(percent, core::Interval::Point(all));
  if (verdict != VERDICT_CONSISTENT) return std::nullopt;
  const bool near = Rational(least) <= *percent.rounded.upper.value * all / 100;
  return near ? std::make_optional(least) : std::nullopt;
}

std::optional<Check> JudgeOfAll(const ReportView& view, const Datum& rate) {
  const std::string code = view.terms().CodeOf(LabelKey(kStudents));
  if (code.empty() || !rate.year || IsHedged(rate)) return std::nullopt;
  const Datum* all = view.data().Principal(code, *rate.year);
  const Quantity percent = PercentOf(rate);
  if (all == nullptr || !IsPlainCount(*all) ||
      percent.decimals < kLeastDecimals || percent.value <= 0 ||
      percent.value >= 100 ||
      all->quantity.value >= 100 * core::PowerOfTen(percent.decimals)) {
    return std::nullopt;
  }
  const auto people = PeopleBehind(percent, all->quantity.value);
  if (!people) return std::nullopt;
  const std::string formula =
      people->str() + "÷" + NumberIn(all->quantity, "") + "=" +
      core::ToRoundedText(Rational(*people) / all->quantity.value * 100,
                          percent.decimals) +
      "%";
  return CheckMaker("attainability")
      .Operand(rate, "share")
      .Operand(*all, "whole")
      .Verdict(VERDICT_CONSISTENT)
      .Reported(Printed(rate), percent.rounded)
      .Computed(formula, std::nullopt)
      .Message(
          MessageId::kRateAttainable,
          {Named("rate", rate), Named("whole", *all), {"formula", formula}})
      .Done();
}

}  // namespace

void FindNamedShares(const ReportView& view, Checks& checks) {
  for (const Datum& datum : view.data().all()) {
    if (datum.fact->origin() != ORIGIN_TABLE || !IsPercent(datum) ||
        !IsWholeDatum(datum) || IsHedged(datum)) {
      continue;
    }
    if (auto check = JudgeNamed(view, datum)) {
      checks.push_back(*std::move(check));
    }
  }
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      const Datum& datum = *passage.at(i).datum;
      if (passage.at(i).change || !IsPercent(datum) ||
          !IsOfAllStudents(passage, i)) {
        continue;
      }
      if (auto check = JudgeOfAll(view, datum)) {
        checks.push_back(*std::move(check));
      }
    }
  }
}

}  // namespace nianbao::validation
