// Errors of Redis connections.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_ERRORS_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_ERRORS_H_

#include <string>

#include "absl/status/status.h"

namespace nianbao::platform {

// Unavailable: the server at `address` can't be reached or talked to.
absl::Status RedisGone(const std::string& address, const std::string& what);

// DeadlineExceeded: it did not answer in time.
absl::Status RedisSlow(const std::string& address);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_ERRORS_H_
