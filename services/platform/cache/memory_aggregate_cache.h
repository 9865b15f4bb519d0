// A cache of aggregates inside the process.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_MEMORY_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_MEMORY_AGGREGATE_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/cache_counters.h"

namespace nianbao::platform {

// Keeps values within bounds on their number and bytes, each for at most
// `ttl`; the one that was not asked for the longest goes first. Never fails
// and never blocks on anything but its own lock.
class MemoryAggregateCache final : public core::AggregateCache {
 public:
  struct Options {
    // At least one.
    std::size_t max_entries = 1;
    // Bytes of all keys and values, and of one value. An entry takes some 250
    // bytes more.
    std::int64_t max_bytes = 1;
    std::int64_t max_value_bytes = 1;
    absl::Duration ttl;
  };

  // `clock` and `counters` outlive the cache.
  MemoryAggregateCache(const Options& options, const core::Clock& clock,
                       CacheCounters& counters);

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  // Calls `found` at once.
  void Find(const std::string& key, Found found) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  std::string Name() const override;

 private:
  struct Entry {
    std::string key;
    core::CachedValue value;
    absl::Time expires;

    std::int64_t bytes() const {
      return static_cast<std::int64_t>(key.size() + value->size());
    }
  };
  using Entries = std::list<Entry>;

  core::CachedValue Look(const std::string& key);
  // Both under the lock.
  void Erase(Entries::iterator entry);
  void MakeRoom(std::int64_t bytes);

  const Options options_;
  const core::Clock& clock_;
  CacheCounters& counters_;
  // Guards what follows.
  std::mutex mutex_;
  // The entry used last stands first.
  Entries entries_;
  std::int64_t bytes_ = 0;
  // Views of the entries' own keys.
  absl::flat_hash_map<absl::string_view, Entries::iterator> by_key_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_MEMORY_AGGREGATE_CACHE_H_
