// Metrics as a module.
#ifndef NIANBAO_SERVICES_METRICS_METRICS_MODULE_H_
#define NIANBAO_SERVICES_METRICS_METRICS_MODULE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/clients/intake_client.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/metrics_service.h"
#include "services/platform/cache/guarded_aggregate_cache.h"
#include "services/platform/cache_health.h"
#include "services/platform/module.h"
#include "services/platform/worker_pool.h"

namespace nianbao::metrics {

// Owns the cache of aggregates. Calls intake.
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
  platform::CacheHealth cache_health_;
  const std::unique_ptr<platform::GuardedAggregateCache> cache_;
  clients::IntakeClient intake_;
  AggregateQuery aggregates_;
  platform::WorkerPool pool_;
  MetricsService service_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_METRICS_MODULE_H_
