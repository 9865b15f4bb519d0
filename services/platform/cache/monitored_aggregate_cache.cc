#include "services/platform/cache/monitored_aggregate_cache.h"

#include <utility>

namespace nianbao::platform {

MonitoredAggregateCache::MonitoredAggregateCache(
    std::unique_ptr<core::AggregateCache> cache, CacheEvents& events)
    : cache_(std::move(cache)), events_(events) {}

absl::StatusOr<std::optional<std::string>> MonitoredAggregateCache::Get(
    const std::string& key) {
  auto value = cache_->Get(key);
  Note(value.status(), State::kReadsFail);
  return value;
}

absl::Status MonitoredAggregateCache::Put(const std::string& key,
                                          const std::string& value) {
  const absl::Status status = cache_->Put(key, value);
  Note(status, State::kWritesFail);
  return status;
}

std::string MonitoredAggregateCache::Name() const { return cache_->Name(); }

void MonitoredAggregateCache::Note(const absl::Status& status, State failure) {
  // The lock is held over the event so that events come in order.
  const std::lock_guard lock(mutex_);
  const State before = state_;
  if (!status.ok()) {
    // Failing reads outweigh failing writes: both come back together.
    if (before != State::kReadsFail) state_ = failure;
    if (before == State::kAvailable) events_.OnFailure(status);
    return;
  }
  const bool read = failure == State::kReadsFail;
  if (before == State::kAvailable || (before == State::kWritesFail && read)) {
    return;
  }
  state_ = State::kAvailable;
  events_.OnRecovery();
}

}  // namespace nianbao::platform
