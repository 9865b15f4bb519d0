// What a cache of aggregates tells about its own health.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_EVENTS_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_EVENTS_H_

#include "absl/status/status.h"
#include "services/platform/cache/cache_counters.h"

namespace nianbao::platform {

// Hears when the cache goes away and when it is back: once for each change,
// never twice in a row the same. A cache counts as available until it fails.
// Called from the threads that use the cache, one call at a time; must not
// block and must not call the cache.
class CacheEvents {
 public:
  virtual ~CacheEvents() = default;

  // The cache answered until now and failed with `status`.
  virtual void OnFailure(const absl::Status& status) = 0;

  // The cache failed until now and answers again.
  virtual void OnRecovery() = 0;

  // What it did so far; at each change, now and then while it is
  // used, and at its end.
  virtual void OnFigures(const CacheFigures& figures) = 0;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_EVENTS_H_
