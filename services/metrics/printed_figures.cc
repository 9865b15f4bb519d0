#include "services/metrics/printed_figures.h"

namespace nianbao::metrics {

std::optional<core::Quantity> QuantityIn(
    const nianbao::catalogue::v1::Indicator& indicator,
    const nianbao::fact::v1::Figure& figure) {
  nianbao::fact::v1::Figure read = figure;
  if (read.unit().empty() ||
      indicator.measure() == nianbao::catalogue::v1::MEASURE_RATIO) {
    read.set_unit(indicator.unit());
  }
  const auto quantity = core::QuantityOf(read);
  if (!quantity.ok()) return std::nullopt;
  return core::Convert(*quantity, indicator.unit());
}

PrintedFigure PrintedFigures::Find(const std::string& indicator,
                                   int year) const {
  PrintedFigure printed;
  const auto* definition = catalogue_.FindIndicator(indicator);
  if (definition == nullptr) return printed;
  printed.fact = table_.Principal(indicator, year);
  if (printed.fact == nullptr) return printed;
  printed.quantity = QuantityIn(*definition, printed.fact->figure());
  return printed;
}

}  // namespace nianbao::metrics
