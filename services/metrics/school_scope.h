// Which schools of an edition a question is about.
#ifndef NIANBAO_SERVICES_METRICS_SCHOOL_SCOPE_H_
#define NIANBAO_SERVICES_METRICS_SCHOOL_SCOPE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/scope.pb.h"
#include "services/core/catalogue.h"
#include "services/core/interval.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/indicator_plan.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// A filter that was checked. For one thread and snapshot, which outlives it.
class SchoolScope {
 public:
  using SchoolFilter = nianbao::metrics::v1::SchoolFilter;

  // InvalidArgument names what is wrong with the filter.
  static absl::StatusOr<SchoolScope> Create(const IndicatorPlans& plans,
                                            const Snapshot& snapshot,
                                            const EditionTable& table,
                                            const SchoolFilter& filter);

  // Rows that take part, in the order of schools' codes.
  std::vector<std::uint32_t> Rows(SeriesEngine& engine) const;

  // Indicator of the range; null where there is none.
  const IndicatorPlan* range() const { return range_; }

  // The last change of who is in the scope.
  DataVersion Members() const;
  // The last change of a figure that some row of the scope is read by.
  DataVersion VersionOf(const FigureRead& read) const;

 private:
  SchoolScope(const Snapshot& snapshot, const EditionTable& table)
      : snapshot_(snapshot), table_(table) {}

  absl::Status SetRange(const IndicatorPlans& plans,
                        const SchoolFilter::Range& range);
  void SelectUnits(const SchoolFilter& filter);
  void SelectRows(const SchoolFilter& filter);
  DataVersion OwnVersion(const FigureColumn& column) const;
  DataVersion EarlierVersion(const EarlierTable& earlier,
                             const FigureColumn& column) const;
  bool IsInRange(const FigureSeries& series, std::size_t row) const;

  const Snapshot& snapshot_;
  const EditionTable& table_;
  // Nothing for all units, or for all rows of the units.
  std::optional<std::vector<bool>> units_;
  std::optional<std::vector<std::uint32_t>> rows_;
  const IndicatorPlan* range_ = nullptr;
  std::optional<core::Rational> least_;
  std::optional<core::Rational> most_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SCHOOL_SCOPE_H_
