#include "services/platform/cache/cache_factory.h"

#include <cstddef>
#include <utility>

#include "absl/time/time.h"
#include "services/platform/cache/memory_aggregate_cache.h"
#include "services/platform/cache/monitored_aggregate_cache.h"
#include "services/platform/cache/redis_aggregate_cache.h"

namespace nianbao::platform {
namespace {

constexpr int kDefaultEntries = 10000;
constexpr int kDefaultTimeoutMs = 200;
constexpr int kDefaultTtlSeconds = 24 * 60 * 60;

int OrDefault(int value, int standard) { return value > 0 ? value : standard; }

}  // namespace

std::unique_ptr<core::AggregateCache> MakeAggregateCache(
    const nianbao::config::v1::Cache& config, const core::Clock& clock,
    CacheEvents& events) {
  const absl::Duration ttl =
      absl::Seconds(OrDefault(config.ttl_seconds(), kDefaultTtlSeconds));
  std::unique_ptr<core::AggregateCache> cache;
  if (config.redis().empty()) {
    const int entries = OrDefault(config.max_entries(), kDefaultEntries);
    cache = std::make_unique<MemoryAggregateCache>(
        MemoryAggregateCache::Options{
            .max_entries = static_cast<std::size_t>(entries), .ttl = ttl},
        clock);
  } else {
    const int timeout_ms = OrDefault(config.timeout_ms(), kDefaultTimeoutMs);
    cache = std::make_unique<RedisAggregateCache>(
        RedisAggregateCache::Options{.address = config.redis(),
                                     .timeout = absl::Milliseconds(timeout_ms),
                                     .ttl = ttl},
        clock);
  }
  return std::make_unique<MonitoredAggregateCache>(std::move(cache), events);
}

}  // namespace nianbao::platform
