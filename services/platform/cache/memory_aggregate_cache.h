// A cache of aggregates inside the process.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_MEMORY_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_MEMORY_AGGREGATE_CACHE_H_

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/core/ports/clock.h"

namespace nianbao::platform {

// Keeps at most `max_entries` values, each for at most `ttl`; the one that was
// not asked for the longest goes first. Never fails and never blocks on
// anything but its own lock.
class MemoryAggregateCache final : public core::AggregateCache {
 public:
  struct Options {
    // At least one.
    std::size_t max_entries = 1;
    absl::Duration ttl;
  };

  // `clock` outlives the cache.
  MemoryAggregateCache(const Options& options, const core::Clock& clock);

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  std::string Name() const override;

 private:
  struct Entry {
    std::string key;
    std::string value;
    absl::Time expires;
  };
  using Entries = std::list<Entry>;

  // Under the lock.
  void Erase(Entries::iterator entry);

  const Options options_;
  const core::Clock& clock_;
  // Guards what follows.
  std::mutex mutex_;
  // The entry used last stands first.
  Entries entries_;
  absl::flat_hash_map<std::string, Entries::iterator> by_key_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_MEMORY_AGGREGATE_CACHE_H_
