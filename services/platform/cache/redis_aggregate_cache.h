// A cache of aggregates in Redis, shared by all replicas.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_AGGREGATE_CACHE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/redis_pool.h"

namespace nianbao::platform {

// Keeps each value under its key for `ttl`. Connects at first use and again
// after a failure, with growing pauses in which calls fail at once.
class RedisAggregateCache final : public core::AggregateCache {
 public:
  struct Options {
    // Address as "host:port".
    std::string address;
    // Longest time that a call takes.
    absl::Duration timeout;
    // At least a second.
    absl::Duration ttl;
  };

  // Does not connect. `clock` outlives the cache.
  RedisAggregateCache(const Options& options, const core::Clock& clock);

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  std::string Name() const override;

 private:
  absl::StatusOr<std::optional<std::string>> Run(
      const std::vector<std::string>& command);

  const Options options_;
  RedisPool pool_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_AGGREGATE_CACHE_H_
