#include "services/core/quantity.h"

#include <utility>

#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/unit.h"

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

// The side of a ratio that is not one; the text itself for other figures.
std::string_view TellingSide(std::string_view value) {
  const std::size_t colon = value.find(':');
  if (colon == std::string_view::npos) return value;
  const std::string_view left = value.substr(0, colon);
  return left == "1" ? value.substr(colon + 1) : left;
}

// The unit of the last non-zero digit: 100 for 2500, 0.01 for 0.25.
Rational LastDigitUnit(const Decimal& number) {
  Rational unit = PowerOfTen(-number.decimals());
  if (number.value() == 0) return unit;
  while (denominator(Rational(number.value() / (unit * 10))) == 1) unit *= 10;
  return unit;
}

Interval HedgedInterval(const Decimal& number, Hedge hedge) {
  const Rational& v = number.value();
  switch (hedge) {
    case Hedge::HEDGE_MORE:
      return {{v, false}, {Rational(v + LastDigitUnit(number)), true}};
    case Hedge::HEDGE_ABOVE:
      return {{v, true}, {}};
    case Hedge::HEDGE_AT_LEAST:
      return {{v, false}, {}};
    case Hedge::HEDGE_BELOW:
      return {{}, {v, true}};
    case Hedge::HEDGE_AT_MOST:
      return {{}, {v, false}};
    case Hedge::HEDGE_NEARLY:
      return Interval::Closed(v * Rational(9, 10), v);
    case Hedge::HEDGE_ABOUT:
      return Interval::Closed(v * Rational(9, 10), v * Rational(11, 10));
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

}  // namespace

absl::StatusOr<Quantity> QuantityOf(const Figure& figure) {
  const bool ratio = figure.value().find(':') != std::string::npos;
  NIANBAO_ASSIGN_OR_RETURN(const Decimal number,
                           Decimal::Parse(TellingSide(figure.value())));
  const Unit unit = FindUnit(figure.unit());
  const bool exact =
      unit.counting && !unit.scaled && number.decimals() == 0 && !ratio;
  Quantity quantity;
  quantity.value = number.value();
  quantity.unit = figure.unit();
  quantity.decimals = number.decimals();
  quantity.vague = figure.hedge() == Hedge::HEDGE_NEARLY ||
                   figure.hedge() == Hedge::HEDGE_ABOUT;
  if (figure.hedge() != Hedge::HEDGE_UNSPECIFIED) {
    quantity.rounded = quantity.loose =
        HedgedInterval(number, figure.hedge());
  } else if (exact) {
    quantity.rounded = quantity.loose = Interval::Point(number.value());
  } else {
    const Rational last = PowerOfTen(-number.decimals());
    quantity.rounded = Widened(number.value(), last / 2);
    quantity.loose = Widened(number.value(), last * Rational(3, 2));
  }
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
