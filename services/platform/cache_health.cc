#include "services/platform/cache_health.h"

#include <string>

namespace nianbao::platform {

CacheHealth::CacheHealth(Health& health, const Log& log)
    : health_(health), log_(log) {
  health_.Set(kCacheHealth, true);
}

void CacheHealth::OnFailure(const absl::Status& status) {
  health_.Set(kCacheHealth, false);
  log_.Write(LogLevel::kWarning,
             "cache is gone; aggregates are computed without it",
             {{"error", std::string(status.message())}});
}

void CacheHealth::OnRecovery() {
  health_.Set(kCacheHealth, true);
  log_.Write(LogLevel::kInfo, "cache is back");
}

}  // namespace nianbao::platform
