// A cache that tells when it goes away and when it is back.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_MONITORED_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_MONITORED_AGGREGATE_CACHE_H_

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "services/core/ports/aggregate_cache.h"
#include "services/platform/cache/cache_events.h"

namespace nianbao::platform {

// Passes every call to another cache and its outcome to CacheEvents where it
// changes. A cache that fails only to take values (a full or read-only Redis)
// stays gone until it takes one, even while it answers reads.
class MonitoredAggregateCache final : public core::AggregateCache {
 public:
  // `events` outlives the cache.
  MonitoredAggregateCache(std::unique_ptr<core::AggregateCache> cache,
                          CacheEvents& events);

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  std::string Name() const override;

 private:
  enum class State { kAvailable, kReadsFail, kWritesFail };

  void Note(const absl::Status& status, State failure);

  const std::unique_ptr<core::AggregateCache> cache_;
  CacheEvents& events_;
  std::mutex mutex_;
  // Guarded by the mutex.
  State state_ = State::kAvailable;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_MONITORED_AGGREGATE_CACHE_H_
