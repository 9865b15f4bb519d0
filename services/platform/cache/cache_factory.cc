#include "services/platform/cache/cache_factory.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/time/time.h"
#include "services/platform/cache/memory_aggregate_cache.h"
#include "services/platform/cache/monitored_aggregate_cache.h"
#include "services/platform/cache/redis_aggregate_cache.h"

namespace nianbao::platform {
namespace {

using nianbao::config::v1::Cache;

constexpr int kDefaultEntries = 10000;
constexpr int kDefaultTimeoutMs = 200;
constexpr int kDefaultTtlSeconds = 24 * 60 * 60;
constexpr int kDefaultConnections = 4;
constexpr std::int64_t kDefaultBytes = std::int64_t{256} << 20;
constexpr std::int64_t kDefaultValueBytes = std::int64_t{4} << 20;

template <class Number>
Number OrDefault(Number value, Number standard) {
  return value > 0 ? value : standard;
}

absl::Duration TtlOf(const Cache& config) {
  return absl::Seconds(OrDefault(config.ttl_seconds(), kDefaultTtlSeconds));
}

std::int64_t ValueBytesOf(const Cache& config) {
  return OrDefault(config.max_value_bytes(), kDefaultValueBytes);
}

RedisClient::Options ClientOptions(const Cache& config) {
  RedisConnectionOptions connection = {
      .address = config.redis(),
      .timeout =
          absl::Milliseconds(OrDefault(config.timeout_ms(), kDefaultTimeoutMs)),
      .username = config.username(),
      .password_file = config.password_file(),
      .tls = std::nullopt};
  if (!config.tls_ca_file().empty()) {
    connection.tls = {.ca_file = config.tls_ca_file(),
                      .cert_file = config.tls_cert_file(),
                      .key_file = config.tls_key_file(),
                      .server_name = config.tls_server_name()};
  }
  return {.connection = std::move(connection),
          .connections = OrDefault(config.connections(), kDefaultConnections)};
}

MemoryAggregateCache::Options MemoryOptions(const Cache& config) {
  return {.max_entries = static_cast<std::size_t>(
              OrDefault(config.max_entries(), kDefaultEntries)),
          .max_bytes = OrDefault(config.max_bytes(), kDefaultBytes),
          .max_value_bytes = ValueBytesOf(config),
          .ttl = TtlOf(config)};
}

}  // namespace

std::unique_ptr<GuardedAggregateCache> MakeAggregateCache(
    const Cache& config, const core::Clock& clock, CacheEvents& events) {
  auto counters = std::make_unique<CacheCounters>();
  std::unique_ptr<core::AggregateCache> cache;
  GuardedAggregateCache::Options guard;
  if (config.redis().empty()) {
    cache = std::make_unique<MemoryAggregateCache>(MemoryOptions(config), clock,
                                                   *counters);
  } else {
    auto redis = std::make_unique<RedisAggregateCache>(
        RedisAggregateCache::Options{.client = ClientOptions(config),
                                     .ttl = TtlOf(config),
                                     .max_value_bytes = ValueBytesOf(config)},
        clock, *counters);
    guard.leases = redis.get();
    guard.fill_wait = absl::Milliseconds(config.fill_wait_ms());
    cache = std::move(redis);
  }
  cache = std::make_unique<MonitoredAggregateCache>(
      std::move(cache),
      MonitoredAggregateCache::Deps{events, clock, *counters});
  return std::make_unique<GuardedAggregateCache>(std::move(counters),
                                                 std::move(cache), guard);
}

}  // namespace nianbao::platform
