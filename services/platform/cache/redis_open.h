// How connections to Redis are made.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_OPEN_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_OPEN_H_

#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/cache/redis_address.h"
#include "services/platform/cache/redis_link.h"
#include "services/platform/cache/tls_stream.h"

namespace nianbao::platform {

struct RedisConnectionOptions {
  // Address as "host:port".
  std::string address;
  // Longest time for a request.
  absl::Duration timeout;
  // User and file with the password in its first line; both may be empty. Read
  // at each connect.
  std::string username = "";
  std::string password_file = "";
  // Where set, connections are encrypted.
  std::optional<TlsStream::Options> tls = std::nullopt;
};

// Begins to connect to `address`, which is that of the options. Unavailable
// where the host is not found or a file can't be used.
absl::StatusOr<std::unique_ptr<RedisLink>> OpenRedisLink(
    const RedisAddress& address, const RedisConnectionOptions& options);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_OPEN_H_
