#include "services/report/yearly_change.h"

#include <algorithm>

#include "services/core/decimal.h"
#include "services/core/unit.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Fact;

// The number in the indicator's unit; nothing for a blank, hedged or coarse
// one.
std::optional<core::Decimal> NumberOf(const Fact* fact,
                                      const Indicator& indicator) {
  if (fact == nullptr ||
      fact->figure().hedge() != nianbao::fact::v1::HEDGE_UNSPECIFIED) {
    return std::nullopt;
  }
  const auto number = core::Decimal::Parse(fact->figure().value());
  if (!number.ok()) return std::nullopt;
  const std::string& unit = fact->figure().unit();
  if (unit.empty() || unit == indicator.unit()) return *number;
  const auto factor = core::ConversionFactor(unit, indicator.unit());
  // A difference of figures in a coarser unit would look more exact than it is.
  if (!factor || *factor > 1) return std::nullopt;
  const auto converted =
      core::Decimal::Parse(core::ToText(number->value() * *factor));
  if (!converted.ok()) return std::nullopt;
  return *converted;
}

// A word for the direction: shares rise, counts grow.
std::string DirectionWord(const core::Rational& difference, bool percent) {
  if (difference == 0) return "持平";
  if (percent) return difference > 0 ? "提高" : "下降";
  return difference > 0 ? "增加" : "减少";
}

// A computed fact of the school for the year, without a figure.
Fact ChangeFact(const Indicator& indicator, const Fact& now, int year) {
  Fact change;
  change.set_id("change:" + std::to_string(year) + ":" + indicator.code());
  // Named as the reader names it, after the title of the figure's edition.
  change.set_label(
      (now.label().empty() ? indicator.title().zh() : now.label()) + "变化");
  change.set_period(core::PeriodOfYear(year));
  change.set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  change.set_origin(nianbao::fact::v1::ORIGIN_COMPUTED);
  change.mutable_derivation()->set_formula(indicator.code() + " - " +
                                           indicator.code() + "@-1");
  return change;
}

}  // namespace

std::optional<Fact> YearlyChange(const FigureTable& figures,
                                 const Indicator& indicator, int year) {
  const Fact* now = figures.Find(indicator.code(), year);
  if (now == nullptr) return std::nullopt;
  const Fact* before = figures.Find(indicator.code(), year - 1);
  const auto now_number = NumberOf(now, indicator);
  const auto before_number = NumberOf(before, indicator);
  if (!now_number || !before_number) return std::nullopt;
  const core::Rational difference =
      now_number->value() - before_number->value();
  const core::Rational size = difference < 0 ? -difference : difference;
  const int decimals =
      std::max(now_number->decimals(), before_number->decimals());
  const bool percent = indicator.unit() == "%";
  Fact change = ChangeFact(indicator, *now, year);
  auto& figure = *change.mutable_figure();
  figure.set_value(core::Decimal::Round(size, decimals).ToString());
  figure.set_unit(percent ? "个百分点" : indicator.unit());
  figure.set_text(figure.value() + figure.unit());
  auto& direction = *change.add_dimensions();
  direction.set_name("方向");
  direction.set_value(DirectionWord(difference, percent));
  change.mutable_derivation()->add_inputs(now->id());
  change.mutable_derivation()->add_inputs(before->id());
  return change;
}

RunList ChangeInWords(const Fact& change) {
  const std::string& direction = change.dimensions(0).value();
  if (direction == "持平") return RunList().Text(direction);
  return RunList()
      .Text(direction)
      .Figure(change.figure().value(), change.id())
      .Text(change.figure().unit());
}

}  // namespace nianbao::report
