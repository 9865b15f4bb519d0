#include "services/validation/arithmetic.h"

#include <algorithm>

#include "services/validation/check_maker.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;

// What a formula shows at least, so that a person sees how it rounds.
constexpr int kShownDecimals = 2;

std::string Shown(const Rational& value, int decimals) {
  return core::ToRoundedText(value, std::max(decimals, kShownDecimals));
}

std::string UnitText(std::string_view unit) {
  return unit == "/" ? "" : std::string(unit);
}

}  // namespace

std::optional<Interval> ShareInterval(const Quantity& part,
                                      const Quantity& whole) {
  const auto converted = InUnit(whole, part.unit);
  const Quantity& base = converted ? *converted : whole;
  const auto quotient = core::Divide(part.rounded, base.rounded);
  if (!quotient || base.value == 0) return std::nullopt;
  return core::Clip(*quotient * Interval::Point(100), Interval::Closed(0, 100));
}

std::optional<Outcome> ShareOf(const Quantity& part, const Quantity& whole,
                               int decimals) {
  const auto percents = ShareInterval(part, whole);
  if (!percents) return std::nullopt;
  const auto converted = InUnit(whole, part.unit);
  const Quantity& base = converted ? *converted : whole;
  const Rational printed = part.value / base.value * 100;
  return Outcome{*percents, printed,
                 NumberIn(part, part.unit) + "÷" + NumberIn(base, base.unit) +
                     "=" + Shown(printed, decimals) + "%"};
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
                     UnitText(unit)};
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
          NumberIn(*base, now.unit) + "=" + Shown(printed, decimals) + "%"};
}

std::optional<Outcome> QuotientOf(const Quantity& a, const Quantity& b,
                                  int decimals) {
  const auto quotient = core::Divide(a.rounded, b.rounded);
  if (!quotient || b.value == 0) return std::nullopt;
  const Rational printed = a.value / b.value;
  return Outcome{*quotient, printed,
                 NumberIn(a, a.unit) + "÷" + NumberIn(b, b.unit) + "=" +
                     Shown(printed, decimals)};
}

std::optional<Outcome> ProductOf(const Quantity& count, const Quantity& each,
                                 std::string_view unit) {
  const auto in_unit = InUnit(each, unit);
  if (!in_unit) return std::nullopt;
  const Rational printed = count.value * in_unit->value;
  return Outcome{count.rounded * in_unit->rounded, printed,
                 NumberIn(count, count.unit) + "×" + NumberIn(each, each.unit) +
                     UnitText(each.unit) + "=" +
                     Shown(printed, in_unit->decimals) + UnitText(unit)};
}

std::optional<Outcome> SumOf(const std::vector<const Datum*>& data,
                             const std::vector<int>& signs,
                             std::string_view unit) {
  Interval total = Interval::Point(0);
  Rational printed = 0;
  std::string formula;
  int decimals = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const int sign = i < signs.size() ? signs[i] : 1;
    const auto quantity = InUnit(data[i]->quantity, unit);
    if (!quantity) return std::nullopt;
    total = sign < 0 ? total - quantity->rounded : total + quantity->rounded;
    printed += sign * quantity->value;
    decimals = std::max(decimals, quantity->decimals);
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
                 data.size() == 1 ? result : formula + "=" + result};
}

Outcome MeanOf(const std::vector<const Datum*>& data, int decimals) {
  Interval total = Interval::Point(0);
  Rational printed = 0;
  std::string formula;
  for (const Datum* datum : data) {
    total = total + datum->quantity.rounded;
    printed += datum->quantity.value;
    formula += (formula.empty() ? "" : "+") +
               NumberIn(datum->quantity, datum->quantity.unit);
  }
  const Rational count(data.size());
  printed /= count;
  return {total * Interval::Point(1 / count), printed,
          "(" + formula + ")÷" + std::to_string(data.size()) + "=" +
              Shown(printed, decimals) + data.front()->quantity.unit};
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
