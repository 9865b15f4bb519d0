#include "services/platform/cache/guarded_aggregate_cache.h"

#include <algorithm>
#include <condition_variable>
#include <thread>
#include <utility>

#include "services/platform/cache/deadline.h"

namespace nianbao::platform {
namespace {

// Pauses between looks at a value that another process computes: short at
// first, since most take milliseconds; with both bounds a wait of a second
// costs some 25 commands.
constexpr absl::Duration kFirstPause = absl::Milliseconds(1);
constexpr absl::Duration kLongestPause = absl::Milliseconds(50);

}  // namespace

// A computation that others of this process wait for.
class GuardedAggregateCache::Flight {
 public:
  void Land(std::optional<std::string> value) {
    {
      const std::lock_guard lock(mutex_);
      landed_ = true;
      value_ = std::move(value);
    }
    changed_.notify_all();
  }

  // The value; nothing where the computation failed.
  std::optional<std::string> Await() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return landed_; });
    return value_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool landed_ = false;
  std::optional<std::string> value_;
};

// Ends a flight in any case, also where the computation throws.
class GuardedAggregateCache::Lead {
 public:
  Lead(GuardedAggregateCache& cache, const std::string& key,
       std::shared_ptr<Flight> flight)
      : cache_(cache), key_(key), flight_(std::move(flight)) {}
  Lead(const Lead&) = delete;
  Lead& operator=(const Lead&) = delete;

  ~Lead() {
    {
      const std::lock_guard lock(cache_.mutex_);
      cache_.flights_.erase(key_);
    }
    // Only where somebody waits is the value worth a copy.
    if (flight_.use_count() == 1) return;
    flight_->Land(made_ != nullptr && made_->ok()
                      ? std::optional<std::string>(**made_)
                      : std::nullopt);
  }

  void Made(const absl::StatusOr<std::string>& made) { made_ = &made; }

 private:
  GuardedAggregateCache& cache_;
  const std::string& key_;
  const std::shared_ptr<Flight> flight_;
  const absl::StatusOr<std::string>* made_ = nullptr;
};

GuardedAggregateCache::GuardedAggregateCache(
    std::unique_ptr<CacheCounters> counters,
    std::unique_ptr<core::AggregateCache> cache, const Options& options)
    : counters_(std::move(counters)),
      cache_(std::move(cache)),
      options_(options) {}

absl::StatusOr<std::optional<std::string>> GuardedAggregateCache::Get(
    const std::string& key) {
  return cache_->Get(key);
}

void GuardedAggregateCache::Find(const std::string& key, Found found) {
  cache_->Find(key, std::move(found));
}

absl::Status GuardedAggregateCache::Put(const std::string& key,
                                        const std::string& value) {
  return cache_->Put(key, value);
}

absl::StatusOr<std::string> GuardedAggregateCache::GetOrCompute(
    const std::string& key, const Compute& compute) {
  std::shared_ptr<Flight> flight;
  bool leads = false;
  {
    const std::lock_guard lock(mutex_);
    const auto [slot, added] = flights_.try_emplace(key);
    if (added) slot->second = std::make_shared<Flight>();
    flight = slot->second;
    leads = added;
  }
  if (!leads) {
    ++counters_->waits;
    if (auto value = flight->Await()) return *std::move(value);
    // The other caller may have failed for a reason of its own, such as that
    // it was cancelled.
    return Make(compute);
  }
  absl::StatusOr<std::string> made;
  {
    Lead lead(*this, key, std::move(flight));
    made = Fill(key, compute);
    lead.Made(made);
  }
  return made;
}

std::string GuardedAggregateCache::Name() const { return cache_->Name(); }

absl::StatusOr<std::string> GuardedAggregateCache::Fill(
    const std::string& key, const Compute& compute) {
  auto known = cache_->Get(key);
  if (!known.ok()) return MakeAndPut(key, compute);
  if (known->has_value()) return **std::move(known);
  const bool alone =
      options_.leases == nullptr || options_.fill_wait <= absl::ZeroDuration();
  return alone ? MakeAndPut(key, compute) : FillWithLease(key, compute);
}

absl::StatusOr<std::string> GuardedAggregateCache::FillWithLease(
    const std::string& key, const Compute& compute) {
  const Deadline patience(options_.fill_wait);
  bool waited = false;
  for (absl::Duration pause = kFirstPause;;
       pause = std::min(2 * pause, kLongestPause)) {
    const Deadline lease(options_.fill_wait);
    auto claimed = options_.leases->Claim(key, options_.fill_wait);
    if (!claimed.ok()) {
      ++counters_->errors;
      return MakeAndPut(key, compute);
    }
    if (claimed->value.has_value()) {
      if (claimed->ours) options_.leases->Drop(key);
      return *std::move(claimed->value);
    }
    if (claimed->ours) {
      auto made = MakeAndPut(key, compute);
      // One that ran out may be another's by now.
      if (lease.Remaining() > absl::ZeroDuration()) options_.leases->Drop(key);
      return made;
    }
    if (!std::exchange(waited, true)) ++counters_->waits;
    const absl::Duration left = patience.Remaining();
    if (left <= absl::ZeroDuration()) return MakeAndPut(key, compute);
    std::this_thread::sleep_for(
        absl::ToChronoNanoseconds(std::min(pause, left)));
  }
}

absl::StatusOr<std::string> GuardedAggregateCache::MakeAndPut(
    const std::string& key, const Compute& compute) {
  auto made = Make(compute);
  // What could not be put is no less right; the cache reports it.
  if (made.ok()) cache_->Put(key, *made).IgnoreError();
  return made;
}

absl::StatusOr<std::string> GuardedAggregateCache::Make(
    const Compute& compute) {
  ++counters_->fills;
  return compute();
}

}  // namespace nianbao::platform
