// Use case: aggregates over schools, from the cache or computed.
#ifndef NIANBAO_SERVICES_METRICS_AGGREGATE_QUERY_H_
#define NIANBAO_SERVICES_METRICS_AGGREGATE_QUERY_H_

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/core/ports/peers.h"

namespace nianbao::metrics {

// Answers QueryAggregates. Safe from any thread; blocks on its ports.
class AggregateQuery {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::IntakePeer& intake;
    core::AggregateCache& cache;
  };

  explicit AggregateQuery(Deps deps) : deps_(deps) {}

  // Sums, and formulas over sums, of the newest submissions of the edition.
  // The same answer whether it comes from the cache or not; a cache that fails
  // is passed over (the cache itself says so in log and health).
  // InvalidArgument names what is wrong with the request; FailedPrecondition
  // where intake's revision is older than asked.
  absl::StatusOr<nianbao::metrics::v1::QueryAggregatesResponse> Run(
      const nianbao::metrics::v1::QueryAggregatesRequest& request);

 private:
  Deps deps_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_AGGREGATE_QUERY_H_
