// One school's derived indicators, each computed once from what it rests on.
#ifndef NIANBAO_SERVICES_METRICS_INDICATOR_GRAPH_H_
#define NIANBAO_SERVICES_METRICS_INDICATOR_GRAPH_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/expression.h"
#include "services/core/quantity.h"
#include "services/metrics/figure_key.h"

namespace nianbao::metrics {

// What a reference of a formula or relation comes to.
struct Operand {
  FigureKey key;
  std::optional<core::Quantity> quantity;
};

// A derived indicator for a year.
struct Derived {
  // `value` is exact, never rounded; `rounded` and `loose` are all true values
  // that the inputs' figures allow. Nothing where it can't be computed.
  std::optional<core::Quantity> quantity;
  // Every figure that the formula names, in order of appearance.
  std::vector<Operand> operands;
};

// Computes on demand and remembers. This is what derived indicators mean; those
// of many schools at once (columns/) are held to it. For one thread; the
// catalogue outlives it.
class IndicatorGraph {
 public:
  // A figure as printed, in the indicator's unit; nothing for a blank.
  using Printed =
      std::function<std::optional<core::Quantity>(const FigureKey&)>;

  IndicatorGraph(const core::Catalogue& catalogue, Printed printed)
      : catalogue_(catalogue), printed_(std::move(printed)) {}

  // The derived indicator for the year. The code must be one of a derived
  // indicator.
  const Derived& Compute(const std::string& indicator, int year);

  // The indicator's figure: of a derived one computed, or else printed; of a
  // collected one printed.
  std::optional<core::Quantity> Figure(const FigureKey& key);

  // The figure as printed, or else computed.
  std::optional<core::Quantity> FigurePrintedFirst(const FigureKey& key);

  // The figures that the references name, seen from `year`. One with "[*]"
  // names no single figure and is blank here.
  template <typename Find>
  static std::vector<Operand> Operands(
      const std::vector<core::Reference>& references, int year, Find find) {
    std::vector<Operand> operands;
    for (const core::Reference& reference : references) {
      Operand operand;
      operand.key = {reference.code, year - reference.years_back};
      if (!reference.each) operand.quantity = find(operand.key);
      operands.push_back(std::move(operand));
    }
    return operands;
  }

  // A lookup in operands made from the same references.
  static core::Lookup LookupIn(const std::vector<core::Reference>& references,
                               const std::vector<Operand>& operands);

  bool IsDerived(const std::string& indicator) const;

 private:
  Derived Evaluate(const nianbao::catalogue::v1::Indicator& indicator,
                   int year);

  const core::Catalogue& catalogue_;
  const Printed printed_;
  std::map<FigureKey, Derived> computed_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_INDICATOR_GRAPH_H_
