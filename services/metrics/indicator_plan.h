// What an indicator's figures and totals are made from.
#ifndef NIANBAO_SERVICES_METRICS_INDICATOR_PLAN_H_
#define NIANBAO_SERVICES_METRICS_INDICATOR_PLAN_H_

#include <compare>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "services/core/catalogue.h"

namespace nianbao::metrics {

// A collected figure that is read, by years before the data year.
struct FigureRead {
  std::string indicator;
  int years_back = 0;

  friend auto operator<=>(const FigureRead&, const FigureRead&) = default;
};

// Known of an indicator for every year alike.
struct IndicatorPlan {
  const nianbao::catalogue::v1::Indicator* indicator = nullptr;
  // Why it can't be rolled up; OK where it can.
  absl::Status rollup;
  // Everything that a school's figure rests on, and that a total rests on.
  std::set<FigureRead> figure_reads;
  std::set<FigureRead> total_reads;
};

// Plans of all indicators of a catalogue, made once. Immutable; safe for use
// from any thread. The catalogue outlives it.
class IndicatorPlans {
 public:
  explicit IndicatorPlans(const core::Catalogue& catalogue);

  // Null where the catalogue has none of that code.
  const IndicatorPlan* Find(std::string_view code) const;

 private:
  absl::flat_hash_map<std::string, IndicatorPlan> plans_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_INDICATOR_PLAN_H_
