// Use case: ranks of schools by an indicator.
#ifndef NIANBAO_SERVICES_METRICS_RANK_QUERY_H_
#define NIANBAO_SERVICES_METRICS_RANK_QUERY_H_

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "nianbao/metrics/v1/ranks.pb.h"
#include "services/core/catalogue.h"
#include "services/metrics/indicator_plan.h"
#include "services/metrics/snapshot/snapshot_store.h"
#include "services/metrics/statistics/ranks.h"

namespace nianbao::metrics {

// Answers ListRanks. Safe from any thread.
class RankQuery {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    const SnapshotStore& snapshots;
    const IndicatorPlans& plans;
  };

  explicit RankQuery(const Deps& deps) : deps_(deps) {}

  // A page of ranks; waits as long as `patience` for min_revision. Errors as
  // those of AggregateQuery::Prepare.
  absl::StatusOr<nianbao::metrics::v1::ListRanksResponse> Run(
      const nianbao::metrics::v1::ListRanksRequest& request,
      absl::Duration patience) const;

 private:
  const Deps deps_;
};

// A rank as it is given out: figures rounded to the indicator's decimals.
nianbao::metrics::v1::SchoolRank ToSchoolRank(
    const FigureRank& rank, const FigureSeries& series,
    const EditionTable& table,
    const nianbao::catalogue::v1::Indicator& indicator);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_RANK_QUERY_H_
