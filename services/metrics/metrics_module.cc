#include "services/metrics/metrics_module.h"

#include "services/platform/cache/cache_factory.h"

namespace nianbao::metrics {

absl::StatusOr<std::unique_ptr<platform::Module>> MetricsModule::Create(
    const platform::ModuleContext& context) {
  return std::make_unique<MetricsModule>(context);
}

MetricsModule::MetricsModule(const platform::ModuleContext& context)
    : cache_health_(context.health, context.log),
      cache_(platform::MakeAggregateCache(context.config.cache(), context.clock,
                                          cache_health_)),
      intake_({context.peers.intake, clients::PolicyOf(context.config)}),
      aggregates_({context.catalogue, intake_, *cache_}),
      pool_(platform::PoolOptions(context.config)),
      service_({context.catalogue, aggregates_, pool_,
                platform::MaterialBytes(context.config)}) {}

MetricsModule::~MetricsModule() { cache_health_.OnFigures(cache_->figures()); }

std::string MetricsModule::ServiceName() const {
  return nianbao::metrics::v1::Metrics::service_full_name();
}

void MetricsModule::Register(grpc::ServerBuilder& builder) {
  builder.RegisterService(&service_);
}

}  // namespace nianbao::metrics
