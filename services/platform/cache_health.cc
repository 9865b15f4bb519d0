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

void CacheHealth::OnFigures(const CacheFigures& figures) {
  log_.Write(LogLevel::kInfo, "cache figures",
             {{"hits", figures.hits},
              {"misses", figures.misses},
              {"fills", figures.fills},
              {"waits", figures.waits},
              {"errors", figures.errors},
              {"damaged", figures.damaged},
              {"too_large", figures.too_large},
              {"evictions", figures.evictions},
              {"entries", figures.entries},
              {"bytes", figures.bytes},
              {"p50_us", figures.p50_us},
              {"p99_us", figures.p99_us}});
}

}  // namespace nianbao::platform
