// A cache of aggregates in Redis, shared by all replicas.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_AGGREGATE_CACHE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/cache_counters.h"
#include "services/platform/cache/fill_leases.h"
#include "services/platform/cache/redis_client.h"

namespace nianbao::platform {

// Keeps each value, sealed, under its key for `ttl`, and leases beside them
// under the key with ":lease" behind it. A value whose seal does not hold
// counts as none. Connects at first use and again after a failure, with growing
// pauses in which calls fail at once.
class RedisAggregateCache final : public core::AggregateCache,
                                  public FillLeases {
 public:
  struct Options {
    RedisClient::Options client;
    // At least a second.
    absl::Duration ttl;
    // Larger values are not put.
    std::int64_t max_value_bytes = 1;
  };

  // Does not connect. `clock` and `counters` outlive the cache.
  RedisAggregateCache(const Options& options, const core::Clock& clock,
                      CacheCounters& counters);

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  void Find(const std::string& key, Found found) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  std::string Name() const override;

  absl::StatusOr<Claimed> Claim(const std::string& key,
                                absl::Duration length) override;
  void Drop(const std::string& key) override;

 private:
  // The value that `reply` brings for `key`.
  absl::StatusOr<std::optional<std::string>> ValueOf(const std::string& key,
                                                     RedisReply reply);

  const Options options_;
  CacheCounters& counters_;
  // Last, since it calls back until it is gone.
  RedisClient client_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_AGGREGATE_CACHE_H_
