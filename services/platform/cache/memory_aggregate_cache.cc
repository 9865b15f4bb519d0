#include "services/platform/cache/memory_aggregate_cache.h"

#include <iterator>
#include <memory>
#include <utility>

namespace nianbao::platform {

MemoryAggregateCache::MemoryAggregateCache(const Options& options,
                                           const core::Clock& clock,
                                           CacheCounters& counters)
    : options_(options), clock_(clock), counters_(counters) {}

absl::StatusOr<std::optional<std::string>> MemoryAggregateCache::Get(
    const std::string& key) {
  const core::CachedValue value = Look(key);
  if (value == nullptr) return std::optional<std::string>();
  return std::optional<std::string>(*value);
}

void MemoryAggregateCache::Find(const std::string& key, Found found) {
  found(Look(key));
}

core::CachedValue MemoryAggregateCache::Look(const std::string& key) {
  const absl::Time now = clock_.Now();
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  const Entries::iterator entry = found->second;
  if (entry->expires <= now) {
    Erase(entry);
    ++counters_.evictions;
    return nullptr;
  }
  entries_.splice(entries_.begin(), entries_, entry);
  return entry->value;
}

absl::Status MemoryAggregateCache::Put(const std::string& key,
                                       const std::string& value) {
  const auto value_bytes = static_cast<std::int64_t>(value.size());
  const auto bytes = static_cast<std::int64_t>(key.size()) + value_bytes;
  const bool too_large =
      value_bytes > options_.max_value_bytes || bytes > options_.max_bytes;
  if (too_large) ++counters_.too_large;
  Entry entry = {
      .key = key,
      .value = too_large ? nullptr : std::make_shared<const std::string>(value),
      .expires = clock_.Now() + options_.ttl};
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    Erase(found->second);
  }
  if (too_large) return absl::OkStatus();
  MakeRoom(bytes);
  entries_.push_front(std::move(entry));
  by_key_[entries_.front().key] = entries_.begin();
  bytes_ += bytes;
  ++counters_.entries;
  counters_.bytes += bytes;
  return absl::OkStatus();
}

std::string MemoryAggregateCache::Name() const { return "in-process cache"; }

void MemoryAggregateCache::Erase(Entries::iterator entry) {
  bytes_ -= entry->bytes();
  --counters_.entries;
  counters_.bytes -= entry->bytes();
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

void MemoryAggregateCache::MakeRoom(std::int64_t bytes) {
  while (!entries_.empty() && (entries_.size() >= options_.max_entries ||
                               bytes_ + bytes > options_.max_bytes)) {
    Erase(std::prev(entries_.end()));
    ++counters_.evictions;
  }
}

}  // namespace nianbao::platform
