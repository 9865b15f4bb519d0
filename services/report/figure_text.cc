#include "services/report/figure_text.h"

#include "services/core/decimal.h"
#include "services/core/quantity.h"
#include "services/core/rational.h"
#include "services/core/unit.h"

namespace nianbao::report {
namespace {

using nianbao::fact::v1::Figure;

// A chart's pixels are coarser than this.
constexpr int kChartDecimals = 6;

std::string WithHedge(const std::string& number, const Figure& figure) {
  switch (figure.hedge()) {
    case nianbao::fact::v1::HEDGE_MORE:
      return number + "余";
    case nianbao::fact::v1::HEDGE_ABOVE:
      return "超过" + number;
    case nianbao::fact::v1::HEDGE_AT_LEAST:
      return "不少于" + number;
    case nianbao::fact::v1::HEDGE_BELOW:
      return "不足" + number;
    case nianbao::fact::v1::HEDGE_AT_MOST:
      return "不超过" + number;
    case nianbao::fact::v1::HEDGE_NEARLY:
      return "近" + number;
    case nianbao::fact::v1::HEDGE_ABOUT:
      return "约" + number;
    default:
      return number;
  }
}

// "/" stands in official tables where there is no unit.
bool SameUnit(const std::string& a, const std::string& b) {
  return a == b || a.empty() || b.empty() || b == "/";
}

}  // namespace

std::string FigureText(const Figure& figure, const std::string& unit) {
  const std::string& value = figure.value();
  if (SameUnit(figure.unit(), unit)) return WithHedge(value, figure);
  // 10.92万 is no exact 109200: the multiplier stays.
  for (const std::string multiplier : {"万", "亿"}) {
    if (figure.unit() == multiplier + unit) {
      return WithHedge(value + multiplier, figure);
    }
  }
  const auto factor = core::ConversionFactor(figure.unit(), unit);
  const auto number = core::Decimal::Parse(value);
  if (!factor || !number.ok()) {
    return WithHedge(value + figure.unit(), figure);
  }
  if (*factor == 1) return WithHedge(value, figure);
  const std::string text = core::ToText(number->value() * *factor);
  const bool plain = text.find('/') == std::string::npos;
  return WithHedge(plain ? text : value + figure.unit(), figure);
}

std::optional<std::string> ChartValue(const Figure& figure,
                                      const std::string& unit) {
  const auto quantity = core::QuantityOf(figure);
  if (!quantity.ok()) return std::nullopt;
  core::Rational value = quantity->value;
  if (!SameUnit(quantity->unit, unit)) {
    const auto factor = core::ConversionFactor(quantity->unit, unit);
    if (!factor) return std::nullopt;
    value *= *factor;
  }
  std::string text = core::ToText(value);
  if (text.find('/') == std::string::npos) return text;
  return core::Decimal::Round(value, kChartDecimals).ToString();
}

}  // namespace nianbao::report
