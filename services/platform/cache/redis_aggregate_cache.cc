#include "services/platform/cache/redis_aggregate_cache.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

// As many as worker threads that usually ask at once; more wait their turn.
constexpr int kConnections = 4;

}  // namespace

RedisAggregateCache::RedisAggregateCache(const Options& options,
                                         const core::Clock& clock)
    : options_(options),
      pool_({.address = options.address, .most_connections = kConnections},
            clock) {}

absl::StatusOr<std::optional<std::string>> RedisAggregateCache::Get(
    const std::string& key) {
  return Run({"GET", key});
}

absl::Status RedisAggregateCache::Put(const std::string& key,
                                      const std::string& value) {
  const std::string seconds = absl::StrCat(absl::ToInt64Seconds(options_.ttl));
  return Run({"SETEX", key, seconds, value}).status();
}

std::string RedisAggregateCache::Name() const {
  return absl::StrCat("redis ", options_.address);
}

absl::StatusOr<std::optional<std::string>> RedisAggregateCache::Run(
    const std::vector<std::string>& command) {
  const Deadline deadline(options_.timeout);
  while (true) {
    NIANBAO_ASSIGN_OR_RETURN(RedisPool::Lease lease, pool_.Take(deadline));
    auto value = lease.connection->Run(command, deadline.Remaining());
    const bool stale = lease.reused && lease.connection->closed_by_peer();
    pool_.Return(std::move(lease), value.status());
    // A server restarted since the last call has closed the idle connections;
    // that is no reason to call it gone. A new connection tells.
    if (!stale) return value;
  }
}

}  // namespace nianbao::platform
