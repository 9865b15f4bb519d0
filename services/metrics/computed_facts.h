// Computed facts and the facts that they rest on.
#ifndef NIANBAO_SERVICES_METRICS_COMPUTED_FACTS_H_
#define NIANBAO_SERVICES_METRICS_COMPUTED_FACTS_H_

#include <map>
#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/rational.h"
#include "services/metrics/indicator_graph.h"
#include "services/metrics/printed_figures.h"

namespace nianbao::metrics {

// The figure of a computed value as a report prints it: rounded half up to the
// indicator's decimals, with its unit; a ratio as "18.29:1".
nianbao::fact::v1::Figure FigureOf(
    const nianbao::catalogue::v1::Indicator& indicator,
    const core::Rational& value);

// Makes the facts of derived indicators in dependency order and remembers
// which figure stands in which fact. For one thread.
class ComputedFacts {
 public:
  // The graph looks figures up in `printed`; both outlive this.
  ComputedFacts(IndicatorGraph& graph, const PrintedFigures& printed)
      : graph_(graph), printed_(printed) {}

  const PrintedFigures& printed() const { return printed_; }

  // The fact of a derived indicator that could be computed, with the next id.
  nianbao::fact::v1::Fact Make(
      const nianbao::catalogue::v1::Indicator& indicator, int year,
      const Derived& derived);

  // The fact made for the figure; null where there is none.
  const nianbao::fact::v1::Fact* Find(const FigureKey& key) const;

  // Ids of the facts that the operands stand in, each once, in their order.
  // Blanks stand in none.
  std::vector<std::string> IdsOf(const std::vector<Operand>& operands,
                                 bool printed_first);

 private:
  void AddIds(const FigureKey& key, bool printed_first,
              std::vector<std::string>& ids);

  IndicatorGraph& graph_;
  const PrintedFigures& printed_;
  std::map<FigureKey, nianbao::fact::v1::Fact> made_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COMPUTED_FACTS_H_
