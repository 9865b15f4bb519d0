// A school's printed figures in the units of their indicators.
#ifndef NIANBAO_SERVICES_METRICS_PRINTED_FIGURES_H_
#define NIANBAO_SERVICES_METRICS_PRINTED_FIGURES_H_

#include <functional>
#include <optional>
#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/core/quantity.h"
#include "services/metrics/figure_key.h"

namespace nianbao::metrics {

// What the figure says in the indicator's unit; nothing where it is no number
// or measures something else. A ratio, and a figure printed without a unit, is
// taken to be in the indicator's unit: tables print the unit beside the title
// and not in the cell.
std::optional<core::Quantity> QuantityIn(
    const nianbao::catalogue::v1::Indicator& indicator,
    const nianbao::fact::v1::Figure& figure);

// A printed figure as arithmetic wants it.
struct PrintedFigure {
  // Null for a blank.
  const nianbao::fact::v1::Fact* fact = nullptr;
  // In the indicator's unit; nothing for a blank, and where the figure is no
  // number or measures something else than the indicator.
  std::optional<core::Quantity> quantity;
};

// Looks figures up. Holds references to both arguments, which outlive it.
class PrintedFigures {
 public:
  PrintedFigures(const core::Catalogue& catalogue, const core::FactTable& table)
      : catalogue_(catalogue), table_(table) {}

  // The school's principal figure of the indicator for the year.
  PrintedFigure Find(const std::string& indicator, int year) const;

  // The same for an IndicatorGraph, which this must outlive.
  std::function<std::optional<core::Quantity>(const FigureKey&)> AsLookup()
      const {
    return [this](const FigureKey& key) {
      return Find(key.indicator, key.year).quantity;
    };
  }

 private:
  const core::Catalogue& catalogue_;
  const core::FactTable& table_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_PRINTED_FIGURES_H_
