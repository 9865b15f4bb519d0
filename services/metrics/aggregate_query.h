// Use case: aggregates over schools, from the cache or computed.
#ifndef NIANBAO_SERVICES_METRICS_AGGREGATE_QUERY_H_
#define NIANBAO_SERVICES_METRICS_AGGREGATE_QUERY_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/indicator_plan.h"
#include "services/metrics/school_groups.h"
#include "services/metrics/school_scope.h"
#include "services/metrics/snapshot/snapshot_store.h"

namespace nianbao::metrics {

// A request that was checked, and the key of its answer.
struct PreparedAggregates {
  std::shared_ptr<const Snapshot> snapshot;
  const EditionTable* table = nullptr;
  nianbao::metrics::v1::QueryAggregatesRequest request;
  // Names everything that the answer rests on.
  std::string key;
  // The last change that the answer rests on.
  DataVersion version;
};

// What there is beside the groups of an answer before it is given out.
struct AggregateMaterial {
  const PreparedAggregates& prepared;
  // In the order of the answer's groups.
  const std::vector<SchoolGroup>& groups;
  // Has the schools' figures.
  SeriesEngine& engine;
};

// Answers QueryAggregates. Safe from any thread; may block on the cache.
class AggregateQuery {
 public:
  using Request = nianbao::metrics::v1::QueryAggregatesRequest;
  using Response = nianbao::metrics::v1::QueryAggregatesResponse;
  // Withholds what the public must not see. Gets all groups, before they are
  // cut into pages.
  using Suppress = std::function<absl::Status(const AggregateMaterial& material,
                                              Response& response)>;

  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    const SnapshotStore& snapshots;
    core::AggregateCache& cache;
    const IndicatorPlans& plans;
    // For AUDIENCE_PUBLIC; without it that audience is refused.
    Suppress suppress;
    // Indicators that what is withheld of those given depends on, in all
    // schools of the edition.
    std::function<std::vector<std::string>(const core::Catalogue& catalogue,
                                           const std::vector<std::string>&)>
        tied = {};
  };

  explicit AggregateQuery(Deps deps) : deps_(std::move(deps)) {}

  // Checks the request and names its answer; waits as long as `patience` for
  // min_revision. InvalidArgument names what is wrong with the request;
  // Unavailable and FailedPrecondition as SnapshotStore::AtLeast.
  absl::StatusOr<PreparedAggregates> Prepare(const Request& request,
                                             absl::Duration patience) const;

  // The snapshot that answers are made from now; null where there is none yet.
  SnapshotStore::Pointer Current() const;

  // Asks the cache for a prepared answer without waiting for it, as
  // core::AggregateCache::Find does.
  void Recall(const PreparedAggregates& prepared,
              core::AggregateCache::Found found) const;

  // The serialized response, but for its snapshot_revision: from the cache, or
  // computed and kept there. The same bytes either way; a cache that fails is
  // passed over.
  absl::StatusOr<std::string> Answer(const PreparedAggregates& prepared) const;

  // The response, computed.
  absl::StatusOr<Response> Compute(const PreparedAggregates& prepared) const;

  // Puts snapshot_revision behind a serialized response.
  static void AppendRevision(std::int64_t revision, std::string& response);

  // All three steps.
  absl::StatusOr<Response> Run(
      const Request& request,
      absl::Duration patience = absl::ZeroDuration()) const;

 private:
  DataVersion VersionOf(const PreparedAggregates& prepared,
                        const SchoolScope& scope) const;

  DataVersion PublicVersionOf(const PreparedAggregates& prepared) const;

  const Deps deps_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_AGGREGATE_QUERY_H_
