#include "services/validation/arithmetic.h"

#include <algorithm>
#include <utility>

#include "services/validation/check_maker.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// What a formula shows at least, so that a person sees how it rounds.
constexpr int kShownDecimals = 2;

std::string Shown(const Rational& value, int decimals) {
  return core::ToRoundedText(value, std::max(decimals, kShownDecimals));
}

std::string UnitText(std::string_view unit) {
  return unit == "/" ? "" : std::string(unit);
}

// Part and whole in the part's unit; as they count where the units do not
// convert, as people of 份 of a survey.
std::pair<Quantity, Quantity> Together(const Quantity& part,
                                       const Quantity& whole) {
  if (const auto same = InUnit(whole, part.unit)) return {part, *same};
  return {InOnes(part), InOnes(whole)};
}

}  // namespace

Verdict Unless(bool vague, Verdict verdict) {
  return vague && verdict == VERDICT_CONTRADICTED ? VERDICT_UNDECIDED : verdict;
}

Verdict JudgeOutcome(const Quantity& reported, const Outcome& outcome) {
  return Unless(outcome.vague, core::JudgeEqual(reported, outcome.interval));
}

std::optional<Interval> ShareInterval(const Quantity& part,
                                      const Quantity& whole) {
  const auto [top, base] = Together(part, whole);
  const auto quotient = core::Divide(top.rounded, base.rounded);
  if (!quotient || base.value == 0) return std::nullopt;
  return core::Clip(*quotient * Interval::Point(100), Interval::Closed(0, 100));
}

std::optional<Outcome> ShareOf(const Quantity& part, const Quantity& whole,
                               int decimals) {
  const auto percents = ShareInterval(part, whole);
  if (!percents) return std::nullopt;
  const auto [top, base] = Together(part, whole);
  const Rational printed = top.value / base.value * 100;
  return Outcome{*percents, printed,
                 NumberIn(top, top.unit) + "÷" + NumberIn(base, base.unit) +
                     "=" + Shown(printed, decimals) + "%",
                 part.vague || whole.vague};
}

std::optional<Outcome> DifferenceOf(const Quantity& now, const Quantity& before,
                                    std::string_view unit) {
  const auto a = InUnit(now, unit);
  const auto b = InUnit(before, unit);
  if (!a || !b) return std::nullopt;
  const Rational printed = a->value - b->value;
  return Outcome{a->rounded - b->rounded, printed,
                 NumberIn(*a, unit) + "−" + NumberIn(*b, unit) + "=" +
                     Shown(printed, std::max(a->decimals, b->decimals)) +
                     UnitText(unit),
                 now.vague || before.vague};
}

std::optional<Outcome> GrowthOf(const Quantity& now, const Quantity& before,
                                int decimals) {
  const auto base = InUnit(before, now.unit);
  if (!base || base->value == 0) return std::nullopt;
  const auto quotient = core::Divide(now.rounded, base->rounded);
  if (!quotient) return std::nullopt;
  const Rational printed = (now.value / base->value - 1) * 100;
  return Outcome{
      (*quotient - Interval::Point(1)) * Interval::Point(100), printed,
      "(" + NumberIn(now, now.unit) + "−" + NumberIn(*base, now.unit) + ")÷" +
          NumberIn(*base, now.unit) + "=" + Shown(printed, decimals) + "%",
      now.vague || before.vague};
}

std::optional<Outcome> QuotientOf(const Quantity& a, const Quantity& divisor,
                                  int decimals) {
  const Quantity b = InOnes(divisor);
  const auto quotient = core::Divide(a.rounded, b.rounded);
  if (!quotient || b.value == 0) return std::nullopt;
  const Rational printed = a.value / b.value;
  return Outcome{*quotient, printed,
                 NumberIn(a, a.unit) + "÷" + NumberIn(b, b.unit) + "=" +
                     Shown(printed, decimals),
                 a.vague || b.vague};
}

std::optional<Outcome> ProductOf(const Quantity& people, const Quantity& each,
                                 std::string_view unit) {
  const Quantity count = InOnes(people);
  const auto in_unit = InUnit(each, unit);
  if (!in_unit) return std::nullopt;
  const Rational printed = count.value * in_unit->value;
  return Outcome{count.rounded * in_unit->rounded, printed,
                 NumberIn(count, count.unit) + "×" + NumberIn(each, each.unit) +
                     UnitText(each.unit) + "=" +
                     Shown(printed, in_unit->decimals) + UnitText(unit),
                 count.vague || each.vague};
}

std::optional<Outcome> SumOf(const std::vector<const Datum*>& data,
                             const std::vector<int>& signs,
                             std::string_view unit) {
  Interval total = Interval::Point(0);
  Rational printed = 0;
  std::string formula;
  int decimals = 0;
  bool vague = false;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const int sign = i < signs.size() ? signs[i] : 1;
    const auto quantity = InUnit(data[i]->quantity, unit);
    if (!quantity) return std::nullopt;
    total = sign < 0 ? total - quantity->rounded : total + quantity->rounded;
    printed += sign * quantity->value;
    decimals = std::max(decimals, quantity->decimals);
    vague = vague || quantity->vague;
    const std::string number = NumberIn(*quantity, unit);
    if (sign < 0) {
      formula += "−" + number;
    } else {
      formula += (formula.empty() ? "" : "+") + number;
    }
  }
  // One figure alone is no formula.
  const std::string result = Shown(printed, decimals) + UnitText(unit);
  return Outcome{total, printed,
                 data.size() == 1 ? result : formula + "=" + result, vague};
}

Outcome MeanOf(const std::vector<const Datum*>& data, int decimals) {
  Interval total = Interval::Point(0);
  Rational printed = 0;
  std::string formula;
  bool vague = false;
  for (const Datum* datum : data) {
    total = total + datum->quantity.rounded;
    printed += datum->quantity.value;
    vague = vague || datum->quantity.vague;
    formula += (formula.empty() ? "" : "+") +
               NumberIn(datum->quantity, datum->quantity.unit);
  }
  const Rational count(data.size());
  printed /= count;
  return {total * Interval::Point(1 / count), printed,
          "(" + formula + ")÷" + std::to_string(data.size()) + "=" +
              Shown(printed, decimals) + data.front()->quantity.unit,
          vague};
}

Quantity AsMean(const Quantity& quantity) {
  const bool exact =
      quantity.rounded.IsPoint() && denominator(quantity.value) == 1;
  if (!exact) return quantity;
  Quantity mean = quantity;
  mean.rounded =
      quantity.rounded + Interval::Closed(Rational(-1, 2), Rational(1, 2));
  mean.loose =
      quantity.rounded + Interval::Closed(Rational(-3, 2), Rational(3, 2));
  return mean;
}

Quantity Signed(const Quantity& quantity, int sign) {
  if (sign >= 0) return quantity;
  Quantity negated = quantity;
  const Interval zero = Interval::Point(0);
  negated.value = -quantity.value;
  negated.rounded = zero - quantity.rounded;
  negated.loose = zero - quantity.loose;
  return negated;
}

}  // namespace nianbao::validation
