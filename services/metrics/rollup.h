// How an indicator of several schools is made from theirs.
#ifndef NIANBAO_SERVICES_METRICS_ROLLUP_H_
#define NIANBAO_SERVICES_METRICS_ROLLUP_H_

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/core/rational.h"
#include "services/metrics/indicator_graph.h"

namespace nianbao::metrics {

// Sums over the schools of a group that report an indicator.
struct RollupSums {
  // By what is summed: indicator and year.
  std::map<FigureKey, core::Rational> sums;
  int reported = 0;
  int missing = 0;
};

// Rolls one indicator up for one year: a sum of the schools' figures, or a
// formula over such sums, which makes a ratio of sums and never a mean of
// ratios. A formula's sums run over the same schools, those that report all of
// its inputs: otherwise a school that reports only the dividend would raise
// the ratio. Where the indicator counts blank inputs as zero, a school that
// reports one of them reports it. Immutable; safe from any thread.
class Rollup {
 public:
  // InvalidArgument where the indicator has no rollup, or where its formula
  // rests on one that has none. `catalogue` outlives the result.
  static absl::StatusOr<Rollup> Create(
      const core::Catalogue& catalogue,
      const nianbao::catalogue::v1::Indicator& indicator, int year);

  // What is summed for it.
  const std::set<FigureKey>& summed() const { return summed_; }

  const nianbao::catalogue::v1::Indicator& indicator() const {
    return indicator_;
  }
  int year() const { return year_; }
  const core::Catalogue& catalogue() const { return catalogue_; }

  // Adds a school.
  void Add(IndicatorGraph& school, RollupSums& group) const;

  // The aggregate of a group. The value is empty where no school reported and
  // where the formula divides by a sum of zero.
  nianbao::metrics::v1::QueryAggregatesResponse::Aggregate Result(
      const RollupSums& group) const;

 private:
  Rollup(const core::Catalogue& catalogue,
         const nianbao::catalogue::v1::Indicator& indicator, int year)
      : catalogue_(catalogue), indicator_(indicator), year_(year) {}

  absl::Status CollectSummed(const FigureKey& key);
  bool IsReported(const FigureKey& key, IndicatorGraph& school) const;
  std::optional<core::Rational> ValueOf(const FigureKey& key,
                                        const RollupSums& group) const;

  const core::Catalogue& catalogue_;
  const nianbao::catalogue::v1::Indicator& indicator_;
  const int year_;
  std::set<FigureKey> summed_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_ROLLUP_H_
