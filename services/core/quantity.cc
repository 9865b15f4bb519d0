#include "services/core/quantity.h"

#include <algorithm>
#include <utility>

#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/unit.h"

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

// The unit of the last non-zero digit: 100 for 2500, 0.01 for 0.25.
Rational LastDigitUnit(const Decimal& number) {
  Rational unit = PowerOfTen(-number.decimals());
  if (number.value() == 0) return unit;
  while (denominator(Rational(number.value() / (unit * 10))) == 1) unit *= 10;
  return unit;
}

// From `v` up to a unit further from zero, which is open.
Interval Beyond(const Rational& v, const Rational& unit) {
  if (v < 0) return {{Rational(v - unit), true}, {v, false}};
  return {{v, false}, {Rational(v + unit), true}};
}

// Both ends closed, in whichever order they come: a decrease is below zero.
Interval Between(const Rational& a, const Rational& b) {
  return a < b ? Interval::Closed(a, b) : Interval::Closed(b, a);
}

// What `hedge` makes of `v`; 余 reaches up to one `unit` more.
Interval HedgedInterval(const Rational& v, const Rational& unit, Hedge hedge) {
  switch (hedge) {
    case Hedge::HEDGE_MORE:
      return Beyond(v, unit);
    case Hedge::HEDGE_ABOVE:
      return {{v, true}, {}};
    case Hedge::HEDGE_AT_LEAST:
      return {{v, false}, {}};
    case Hedge::HEDGE_BELOW:
      return {{}, {v, true}};
    case Hedge::HEDGE_AT_MOST:
      return {{}, {v, false}};
    case Hedge::HEDGE_NEARLY:
      return Between(v * Rational(9, 10), v);
    case Hedge::HEDGE_ABOUT:
      return Between(v * Rational(9, 10), v * Rational(11, 10));
    default:
      return Interval::Point(v);
  }
}

Interval Widened(const Rational& value, const Rational& by) {
  return Interval::Closed(value - by, value + by);
}

Interval Scaled(const Interval& interval, const Rational& factor) {
  return interval * Interval::Point(factor);
}

// True values that print like `number` by rounding, or nearly so.
Interval RoundedInterval(const Decimal& number) {
  return Widened(number.value(), PowerOfTen(-number.decimals()) / 2);
}

Interval LooseInterval(const Decimal& number) {
  return Widened(number.value(),
                 PowerOfTen(-number.decimals()) * Rational(3, 2));
}

// Fills in the meaning of one number.
void SetNumber(const Decimal& number, Hedge hedge, bool exact,
               Quantity& quantity) {
  quantity.value = number.value();
  quantity.decimals = number.decimals();
  if (hedge != Hedge::HEDGE_UNSPECIFIED) {
    quantity.rounded = quantity.loose =
        HedgedInterval(number.value(), LastDigitUnit(number), hedge);
  } else if (exact) {
    quantity.rounded = quantity.loose = Interval::Point(number.value());
  } else {
    quantity.rounded = RoundedInterval(number);
    quantity.loose = LooseInterval(number);
  }
}

// Fills in the meaning of "A:B" where neither side is 1: the quotient.
absl::Status SetQuotient(const Decimal& left, const Decimal& right,
                         const Figure& figure, Quantity& quantity) {
  const auto rounded = Divide(RoundedInterval(left), RoundedInterval(right));
  if (!rounded) {
    return MakeError(
        absl::StatusCode::kInvalidArgument,
        "\"" + figure.value() +
            "\" has no value: its right side may be zero; "
            "correct the ratio",
        {.reason = "NOT_A_NUMBER", .metadata = {{"text", figure.value()}}});
  }
  quantity.value = left.value() / right.value();
  quantity.decimals = std::max(left.decimals(), right.decimals());
  quantity.rounded = *rounded;
  quantity.loose =
      Divide(LooseInterval(left), LooseInterval(right)).value_or(*rounded);
  return absl::OkStatus();
}

// Fills in the meaning of a ratio, whose sides are `left` and `right`.
absl::Status SetRatio(std::string_view left, std::string_view right,
                      const Figure& figure, Quantity& quantity) {
  NIANBAO_ASSIGN_OR_RETURN(const Decimal a, Decimal::Parse(left));
  NIANBAO_ASSIGN_OR_RETURN(const Decimal b, Decimal::Parse(right));
  if (a.value() != 1 && b.value() != 1) {
    return SetQuotient(a, b, figure, quantity);
  }
  SetNumber(a.value() == 1 ? b : a, figure.hedge(), /*exact=*/false, quantity);
  return absl::OkStatus();
}

// Fills in the meaning of a fraction such as 2/3, which is exact.
absl::Status SetFraction(std::string_view top, std::string_view bottom,
                         const Figure& figure, Quantity& quantity) {
  NIANBAO_ASSIGN_OR_RETURN(const Decimal a, Decimal::Parse(top));
  NIANBAO_ASSIGN_OR_RETURN(const Decimal b, Decimal::Parse(bottom));
  if (b.value() == 0) {
    return MakeError(
        absl::StatusCode::kInvalidArgument,
        "\"" + figure.value() + "\" divides by zero; correct the fraction",
        {.reason = "NOT_A_NUMBER", .metadata = {{"text", figure.value()}}});
  }
  quantity.value = a.value() / b.value();
  quantity.rounded =
      HedgedInterval(quantity.value, quantity.value / 10, figure.hedge());
  quantity.loose = quantity.rounded;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Quantity> QuantityOf(const Figure& figure) {
  Quantity quantity;
  quantity.unit = figure.unit();
  quantity.vague = figure.hedge() == Hedge::HEDGE_NEARLY ||
                   figure.hedge() == Hedge::HEDGE_ABOUT;
  const std::string_view value = figure.value();
  const std::size_t colon = value.find(':');
  if (colon != std::string_view::npos) {
    NIANBAO_RETURN_IF_ERROR(SetRatio(
        value.substr(0, colon), value.substr(colon + 1), figure, quantity));
    return quantity;
  }
  const std::size_t slash = value.find('/');
  if (slash != std::string_view::npos) {
    NIANBAO_RETURN_IF_ERROR(SetFraction(
        value.substr(0, slash), value.substr(slash + 1), figure, quantity));
    return quantity;
  }
  NIANBAO_ASSIGN_OR_RETURN(const Decimal number, Decimal::Parse(value));
  const Unit unit = FindUnit(figure.unit());
  SetNumber(number, figure.hedge(),
            unit.counting && !unit.scaled && number.decimals() == 0, quantity);
  return quantity;
}

std::optional<Quantity> Convert(const Quantity& quantity,
                                std::string_view unit) {
  const auto factor = ConversionFactor(quantity.unit, unit);
  if (!factor) return std::nullopt;
  Quantity converted = quantity;
  converted.value *= *factor;
  converted.rounded = Scaled(quantity.rounded, *factor);
  converted.loose = Scaled(quantity.loose, *factor);
  converted.unit = std::string(unit);
  return converted;
}

}  // namespace nianbao::core
