// A cache that counts, and tells when it goes away and when it is back.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_MONITORED_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_MONITORED_AGGREGATE_CACHE_H_

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/cache_counters.h"
#include "services/platform/cache/cache_events.h"

namespace nianbao::platform {

// Passes every call to another cache and its outcome to CacheEvents where it
// changes. A cache that fails only to take values (a full or read-only Redis)
// stays gone until it takes one, even while it answers reads. Counts lookups
// and failures; events hear the figures at each change, and each minute while
// it is used.
class MonitoredAggregateCache final : public core::AggregateCache {
 public:
  // What it works with; all outlive it.
  struct Deps {
    CacheEvents& events;
    const core::Clock& clock;
    CacheCounters& counters;
  };

  MonitoredAggregateCache(std::unique_ptr<core::AggregateCache> cache,
                          const Deps& deps);

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  void Find(const std::string& key, Found found) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  std::string Name() const override;

 private:
  enum class State { kAvailable, kReadsFail, kWritesFail };

  void NoteLookup(const absl::Status& status, bool hit, absl::Time asked);
  void Note(const absl::Status& status, State failure);
  void Tell(absl::Time now);

  const Deps deps_;
  std::mutex mutex_;
  // Changed under the mutex only, so that events come in order.
  std::atomic<State> state_ = State::kAvailable;
  // When the figures are told next, in nanoseconds since 1970.
  std::atomic<std::int64_t> next_figures_;
  // Last, since it calls back until it is gone.
  const std::unique_ptr<core::AggregateCache> cache_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_MONITORED_AGGREGATE_CACHE_H_
