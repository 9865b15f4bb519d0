// Metrics as a module.
#ifndef NIANBAO_SERVICES_METRICS_METRICS_MODULE_H_
#define NIANBAO_SERVICES_METRICS_METRICS_MODULE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/clients/intake_client.h"
#include "services/clients/record_feed_client.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/indicator_plan.h"
#include "services/metrics/metrics_service.h"
#include "services/metrics/rank_query.h"
#include "services/metrics/snapshot/snapshot_store.h"
#include "services/metrics/snapshot_module.h"
#include "services/platform/cache/guarded_aggregate_cache.h"
#include "services/platform/cache_health.h"
#include "services/platform/module.h"
#include "services/platform/worker_pool.h"

namespace nianbao::metrics {

// Owns the snapshot of intake's record and the cache of aggregates. Its service
// counts as serving once the record is loaded.
class MetricsModule : public platform::Module {
 public:
  // Never fails: a cache that can't be reached is said in health and log.
  static absl::StatusOr<std::unique_ptr<platform::Module>> Create(
      const platform::ModuleContext& context);

  explicit MetricsModule(const platform::ModuleContext& context);

  // Logs what the cache did.
  ~MetricsModule() override;

  std::string ServiceName() const override;
  void Register(grpc::ServerBuilder& builder) override;

 private:
  void SetServing(bool serving);

  platform::Health& health_;
  platform::CacheHealth cache_health_;
  const std::unique_ptr<platform::GuardedAggregateCache> cache_;
  clients::IntakeClient intake_;
  clients::RecordFeedClient feed_;
  const IndicatorPlans plans_;
  SnapshotStore snapshots_;
  const AggregateQuery aggregates_;
  const RankQuery ranks_;
  platform::WorkerPool pool_;
  MetricsService service_;
  SnapshotFeeder feeder_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_METRICS_MODULE_H_
