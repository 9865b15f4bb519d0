#include "services/metrics/printed_figures.h"

namespace nianbao::metrics {

PrintedFigure PrintedFigures::Find(const std::string& indicator,
                                   int year) const {
  PrintedFigure printed;
  const auto* definition = catalogue_.FindIndicator(indicator);
  if (definition == nullptr) return printed;
  printed.fact = table_.Principal(indicator, year);
  if (printed.fact == nullptr) return printed;
  nianbao::fact::v1::Figure figure = printed.fact->figure();
  if (figure.unit().empty() ||
      definition->measure() == nianbao::catalogue::v1::MEASURE_RATIO) {
    figure.set_unit(definition->unit());
  }
  const auto quantity = core::QuantityOf(figure);
  if (!quantity.ok()) return printed;
  printed.quantity = core::Convert(*quantity, definition->unit());
  return printed;
}

}  // namespace nianbao::metrics
