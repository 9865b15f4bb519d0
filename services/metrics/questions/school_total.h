// An indicator of several schools, with the true values that it may have.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_TOTAL_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_TOTAL_H_

#include <map>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "services/core/catalogue.h"
#include "services/core/interval.h"
#include "services/core/rational.h"
#include "services/metrics/questions/school_values.h"
#include "services/metrics/rollup.h"

namespace nianbao::metrics {

// Sums over schools.
struct SchoolSums {
  RollupSums sums;
  std::map<FigureKey, core::Interval> intervals;
};

// A Rollup that keeps the intervals, too. Immutable; safe from any thread; the
// catalogue outlives it.
class SchoolTotal {
 public:
  // InvalidArgument where the indicator, which is one of the catalogue's, has
  // no rollup or rests on one without.
  static absl::StatusOr<SchoolTotal> Create(const core::Catalogue& catalogue,
                                            const FigureKey& key);

  // Whether the school has all that the indicator needs.
  bool IsReported(SchoolValues& school) const;

  // Adds a school, as reported or missing.
  void Add(SchoolValues& school, SchoolSums& sums) const;

  // The total and its true values; nothing where no school reported or a sum to
  // divide by is zero. Intervals: everything where it may be zero.
  std::optional<core::Rational> ValueOf(const SchoolSums& sums) const {
    return ValueOf(key_, sums);
  }
  // The same of a figure that its formula names.
  std::optional<core::Rational> ValueOf(const FigureKey& key,
                                        const SchoolSums& sums) const;
  std::optional<core::Interval> IntervalOf(const FigureKey& key,
                                           const SchoolSums& sums) const;

  // The figure that a reference names, seen from a year.
  static FigureKey KeyOf(const core::Reference& reference, int year) {
    return {reference.code, year - reference.years_back};
  }

 private:
  SchoolTotal(Rollup rollup, FigureKey key)
      : rollup_(std::move(rollup)), key_(std::move(key)) {}

  Rollup rollup_;
  FigureKey key_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_TOTAL_H_
