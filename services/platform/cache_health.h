// Health and log of the cache of aggregates.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_HEALTH_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_HEALTH_H_

#include "services/platform/cache/cache_events.h"
#include "services/platform/health.h"
#include "services/platform/log.h"

namespace nianbao::platform {

// Name that the health service knows the cache by. It stands apart from the
// services: without a cache they still serve.
inline constexpr char kCacheHealth[] = "nianbao.cache";

// Says in health and log when the cache goes and when it is back, and writes
// what it did into the log.
class CacheHealth : public CacheEvents {
 public:
  // The cache counts as serving until it fails. Both outlive the object.
  CacheHealth(Health& health, const Log& log);

  void OnFailure(const absl::Status& status) override;
  void OnRecovery() override;
  void OnFigures(const CacheFigures& figures) override;

 private:
  Health& health_;
  const Log& log_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_HEALTH_H_
