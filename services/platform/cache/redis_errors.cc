#include "services/platform/cache/redis_errors.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {

absl::Status RedisGone(const std::string& address, const std::string& what) {
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("redis ", address, ": ", what,
                   "; check that it runs and that the address is right"),
      {.reason = "CACHE_GONE",
       .metadata = {{"address", address}, {"error", what}}});
}

absl::Status RedisSlow(const std::string& address) {
  return core::MakeError(
      absl::StatusCode::kDeadlineExceeded,
      absl::StrCat("redis ", address,
                   ": gave no answer in time; check that it is not "
                   "overloaded, or raise the cache's timeout_ms"),
      {.reason = "CACHE_TIMEOUT", .metadata = {{"address", address}}});
}

}  // namespace nianbao::platform
