#include "services/platform/cache/memory_aggregate_cache.h"

#include <iterator>

namespace nianbao::platform {

MemoryAggregateCache::MemoryAggregateCache(const Options& options,
                                           const core::Clock& clock)
    : options_(options), clock_(clock) {}

absl::StatusOr<std::optional<std::string>> MemoryAggregateCache::Get(
    const std::string& key) {
  const absl::Time now = clock_.Now();
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::optional<std::string>();
  if (found->second->expires <= now) {
    Erase(found->second);
    return std::optional<std::string>();
  }
  entries_.splice(entries_.begin(), entries_, found->second);
  return std::optional<std::string>(found->second->value);
}

absl::Status MemoryAggregateCache::Put(const std::string& key,
                                       const std::string& value) {
  const absl::Time expires = clock_.Now() + options_.ttl;
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    Erase(found->second);
  } else if (entries_.size() >= options_.max_entries) {
    Erase(std::prev(entries_.end()));
  }
  entries_.push_front({key, value, expires});
  by_key_[key] = entries_.begin();
  return absl::OkStatus();
}

std::string MemoryAggregateCache::Name() const { return "in-process cache"; }

void MemoryAggregateCache::Erase(Entries::iterator entry) {
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace nianbao::platform
