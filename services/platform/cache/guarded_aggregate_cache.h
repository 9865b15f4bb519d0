// A cache whose values are computed once, however many ask for them.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_GUARDED_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_GUARDED_AGGREGATE_CACHE_H_

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/platform/cache/cache_counters.h"
#include "services/platform/cache/fill_leases.h"

namespace nianbao::platform {

// Passes calls on to another cache. In GetOrCompute, callers in this process
// wait for the one among them who computes; those of other processes wait at
// most `fill_wait` for the lease's holder to put the value, then compute it
// themselves. A lease lasts as long. Where the cache or the leases fail, each
// process computes.
class GuardedAggregateCache final : public core::AggregateCache {
 public:
  struct Options {
    // Zero for no leases.
    absl::Duration fill_wait;
    // Null where no other process uses the cache; lives as long.
    FillLeases* leases = nullptr;
  };

  // `counters` are those that `cache` counts with.
  GuardedAggregateCache(std::unique_ptr<CacheCounters> counters,
                        std::unique_ptr<core::AggregateCache> cache,
                        const Options& options);

  using Compute = std::function<absl::StatusOr<std::string>()>;

  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override;
  void Find(const std::string& key, Found found) override;
  absl::Status Put(const std::string& key, const std::string& value) override;
  absl::StatusOr<std::string> GetOrCompute(const std::string& key,
                                           const Compute& compute) override;
  std::string Name() const override;

  // What it did so far.
  CacheFigures figures() const { return counters_->Read(); }

 private:
  class Flight;
  class Lead;

  // As the one in this process who fills `key`.
  absl::StatusOr<std::string> Fill(const std::string& key,
                                   const Compute& compute);
  absl::StatusOr<std::string> FillWithLease(const std::string& key,
                                            const Compute& compute);
  absl::StatusOr<std::string> MakeAndPut(const std::string& key,
                                         const Compute& compute);
  absl::StatusOr<std::string> Make(const Compute& compute);

  const std::unique_ptr<CacheCounters> counters_;
  const std::unique_ptr<core::AggregateCache> cache_;
  const Options options_;
  std::mutex mutex_;
  // Guarded by the mutex.
  absl::flat_hash_map<std::string, std::shared_ptr<Flight>> flights_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_GUARDED_AGGREGATE_CACHE_H_
