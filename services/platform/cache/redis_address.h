// Where a Redis server listens.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_ADDRESS_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_ADDRESS_H_

#include <string>

#include "absl/status/statusor.h"

namespace nianbao::platform {

struct RedisAddress {
  std::string host;
  int port = 0;
};

// Reads "host:port", such as "redis:6379" or "[::1]:6379". InvalidArgument
// names the text where it is no such address.
absl::StatusOr<RedisAddress> ParseRedisAddress(const std::string& text);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_ADDRESS_H_
