#include "services/platform/cache/monitored_aggregate_cache.h"

#include <utility>

namespace nianbao::platform {
namespace {

constexpr absl::Duration kBetweenFigures = absl::Minutes(1);

}  // namespace

MonitoredAggregateCache::MonitoredAggregateCache(
    std::unique_ptr<core::AggregateCache> cache, const Deps& deps)
    : deps_(deps),
      next_figures_(absl::ToUnixNanos(deps.clock.Now() + kBetweenFigures)),
      cache_(std::move(cache)) {}

absl::StatusOr<std::optional<std::string>> MonitoredAggregateCache::Get(
    const std::string& key) {
  const absl::Time asked = deps_.clock.Now();
  auto value = cache_->Get(key);
  NoteLookup(value.status(), value.ok() && value->has_value(), asked);
  return value;
}

void MonitoredAggregateCache::Find(const std::string& key, Found found) {
  const absl::Time asked = deps_.clock.Now();
  cache_->Find(key, [this, asked, found = std::move(found)](
                        absl::StatusOr<core::CachedValue> value) {
    NoteLookup(value.status(), value.ok() && *value != nullptr, asked);
    found(std::move(value));
  });
}

absl::Status MonitoredAggregateCache::Put(const std::string& key,
                                          const std::string& value) {
  const absl::Status status = cache_->Put(key, value);
  Note(status, State::kWritesFail);
  return status;
}

std::string MonitoredAggregateCache::Name() const { return cache_->Name(); }

void MonitoredAggregateCache::NoteLookup(const absl::Status& status, bool hit,
                                         absl::Time asked) {
  const absl::Time now = deps_.clock.Now();
  deps_.counters.Took(now - asked);
  if (status.ok()) ++(hit ? deps_.counters.hits : deps_.counters.misses);
  Note(status, State::kReadsFail);
  Tell(now);
}

void MonitoredAggregateCache::Note(const absl::Status& status, State failure) {
  if (!status.ok()) ++deps_.counters.errors;
  if (status.ok() && state_ == State::kAvailable) return;
  // The lock is held over the event so that events come in order.
  const std::lock_guard lock(mutex_);
  const State before = state_;
  if (!status.ok()) {
    // Failing reads outweigh failing writes: both come back together.
    if (before != State::kReadsFail) state_ = failure;
    if (before != State::kAvailable) return;
    deps_.events.OnFailure(status);
    deps_.events.OnFigures(deps_.counters.Read());
    return;
  }
  const bool read = failure == State::kReadsFail;
  if (before == State::kAvailable || (before == State::kWritesFail && read)) {
    return;
  }
  state_ = State::kAvailable;
  deps_.events.OnRecovery();
  deps_.events.OnFigures(deps_.counters.Read());
}

void MonitoredAggregateCache::Tell(absl::Time now) {
  std::int64_t due = next_figures_;
  if (absl::ToUnixNanos(now) < due) return;
  const std::int64_t next = absl::ToUnixNanos(now + kBetweenFigures);
  // Whoever moves it on tells.
  if (!next_figures_.compare_exchange_strong(due, next)) return;
  const std::lock_guard lock(mutex_);
  deps_.events.OnFigures(deps_.counters.Read());
}

}  // namespace nianbao::platform
