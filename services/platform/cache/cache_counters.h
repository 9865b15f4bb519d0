// What a cache of aggregates did, in numbers.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_COUNTERS_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_COUNTERS_H_

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "absl/time/time.h"

namespace nianbao::platform {

// A reading of the counters, since the start of the process.
struct CacheFigures {
  // Lookups that found a value, and that found none.
  std::int64_t hits = 0;
  std::int64_t misses = 0;
  // Values that this process computed for want of a cached one.
  std::int64_t fills = 0;
  // Callers that waited for another's computation of the same key, in this
  // process or another one.
  std::int64_t waits = 0;
  // Calls that the cache failed.
  std::int64_t errors = 0;
  // Values that were damaged, or not of the key they stood under.
  std::int64_t damaged = 0;
  // Values that were larger than the cache keeps.
  std::int64_t too_large = 0;
  // Values that made room for others or were too old; in-process cache only.
  std::int64_t evictions = 0;
  // What the cache inside the process holds; zero for Redis.
  std::int64_t entries = 0;
  std::int64_t bytes = 0;
  // Time that half and 99 % of the lookups took at most, in microseconds, to
  // the next power of two.
  std::int64_t p50_us = 0;
  std::int64_t p99_us = 0;
};

// Counts. Safe for use from any thread.
class CacheCounters {
 public:
  std::atomic<std::int64_t> hits = 0;
  std::atomic<std::int64_t> misses = 0;
  std::atomic<std::int64_t> fills = 0;
  std::atomic<std::int64_t> waits = 0;
  std::atomic<std::int64_t> errors = 0;
  std::atomic<std::int64_t> damaged = 0;
  std::atomic<std::int64_t> too_large = 0;
  std::atomic<std::int64_t> evictions = 0;
  std::atomic<std::int64_t> entries = 0;
  std::atomic<std::int64_t> bytes = 0;

  // Counts a lookup by the time that it took.
  void Took(absl::Duration time) {
    const auto us = static_cast<std::uint64_t>(
        std::max<std::int64_t>(absl::ToInt64Microseconds(time), 0));
    const auto bucket = static_cast<std::size_t>(std::bit_width(us));
    took_[std::min(bucket, took_.size() - 1)].fetch_add(
        1, std::memory_order_relaxed);
  }

  CacheFigures Read() const {
    return {.hits = hits,
            .misses = misses,
            .fills = fills,
            .waits = waits,
            .errors = errors,
            .damaged = damaged,
            .too_large = too_large,
            .evictions = evictions,
            .entries = entries,
            .bytes = bytes,
            .p50_us = Percentile(50),
            .p99_us = Percentile(99)};
  }

 private:
  std::int64_t Percentile(std::int64_t percent) const {
    std::int64_t all = 0;
    for (const auto& count : took_) all += count;
    std::int64_t seen = 0;
    for (std::size_t i = 0; i < took_.size(); ++i) {
      seen += took_[i];
      if (all > 0 && seen * 100 >= all * percent) return std::int64_t{1} << i;
    }
    return 0;
  }

  // Lookups that took less than 2^i microseconds, and not less than half.
  std::array<std::atomic<std::int64_t>, 32> took_ = {};
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_COUNTERS_H_
