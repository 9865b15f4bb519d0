#include "services/metrics/metrics_module.h"

#include "services/metrics/questions/public_audience.h"
#include "services/platform/cache/cache_factory.h"

namespace nianbao::metrics {

absl::StatusOr<std::unique_ptr<platform::Module>> MetricsModule::Create(
    const platform::ModuleContext& context) {
  return std::make_unique<MetricsModule>(context);
}

MetricsModule::MetricsModule(const platform::ModuleContext& context)
    : health_(context.health),
      cache_health_(context.health, context.log),
      cache_(platform::MakeAggregateCache(context.config.cache(), context.clock,
                                          cache_health_)),
      intake_({context.peers.intake, clients::PolicyOf(context.config)}),
      feed_({context.peers.intake, clients::PolicyOf(context.config)}),
      plans_(context.catalogue),
      aggregates_({context.catalogue, snapshots_, *cache_, plans_,
                   SuppressForPublic, TiedIndicators}),
      ranks_({context.catalogue, snapshots_, plans_}),
      pool_(platform::PoolOptions(context.config)),
      service_(
          {context.catalogue, aggregates_, ranks_, pool_,
           platform::MaterialBytes(context.config)},
          {intake_, pool_,
           [this](std::int64_t revision, absl::Duration patience) {
             return snapshots_.AtLeast(revision, patience);
           },
           [this](const nianbao::metrics::v1::QueryAggregatesRequest& request) {
             return aggregates_.Run(request);
           }}),
      feeder_({.catalogue = context.catalogue,
               .feed = feed_,
               .store = snapshots_,
               .log = context.log,
               .on_serving = [this](bool serving) { SetServing(serving); }}) {}

MetricsModule::~MetricsModule() { cache_health_.OnFigures(cache_->figures()); }

void MetricsModule::SetServing(bool serving) {
  health_.Set(ServiceName(), serving);
}

std::string MetricsModule::ServiceName() const {
  return nianbao::metrics::v1::Metrics::service_full_name();
}

void MetricsModule::Register(grpc::ServerBuilder& builder) {
  builder.RegisterService(&service_);
  // The server takes what it mounts for serving. Asked twice, because the
  // snapshot may come in between and have said so.
  if (snapshots_.Current().ok()) return;
  SetServing(false);
  if (snapshots_.Current().ok()) SetServing(true);
}

}  // namespace nianbao::metrics
