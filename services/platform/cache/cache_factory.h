// Makes the cache of aggregates that the configuration asks for.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_FACTORY_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_FACTORY_H_

#include <memory>

#include "nianbao/config/v1/config.pb.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/cache_events.h"
#include "services/platform/cache/guarded_aggregate_cache.h"

namespace nianbao::platform {

// The cache of `config`: Redis where it names one, otherwise a bounded one
// inside the process; each key is computed once however many ask for it, as
// GuardedAggregateCache says. Numbers that are zero or negative take their
// defaults, except fill_wait_ms. Does not connect, so a Redis that is down is
// no error here: it is reported to `events` at first use. `clock` and `events`
// outlive the cache.
std::unique_ptr<GuardedAggregateCache> MakeAggregateCache(
    const nianbao::config::v1::Cache& config, const core::Clock& clock,
    CacheEvents& events);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_FACTORY_H_
