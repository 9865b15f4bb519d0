// One connection to Redis.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_CONNECTION_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_CONNECTION_H_

#include <hiredis/hiredis.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/cache/redis_address.h"

namespace nianbao::platform {

// Talks to one server over one socket. For one thread at a time.
class RedisConnection {
 public:
  // Connects. Unavailable where nobody listens, DeadlineExceeded where nobody
  // answers within `timeout`. Looking up a host name is not under the timeout.
  static absl::StatusOr<std::unique_ptr<RedisConnection>> Open(
      const RedisAddress& address, absl::Duration timeout);

  // Sends a command and waits for its answer: a string, or nothing where the
  // server has no value. Unavailable where the connection breaks or the server
  // refuses the command, DeadlineExceeded where it does not answer within
  // `timeout`.
  absl::StatusOr<std::optional<std::string>> Run(
      const std::vector<std::string>& command, absl::Duration timeout);

  // Whether the connection can take another command. False after it broke or
  // an answer is still outstanding.
  bool usable() const { return context_->err == 0; }

  // Whether the other side had closed the connection, which a server that was
  // restarted in the meantime does to idle connections.
  bool closed_by_peer() const { return closed_by_peer_; }

 private:
  struct Free {
    void operator()(redisContext* context) const { redisFree(context); }
  };

  RedisConnection(std::unique_ptr<redisContext, Free> context,
                  std::string name);

  bool Send(const std::vector<std::string>& command);
  absl::Status Broken(const char* action, int error_number);

  std::unique_ptr<redisContext, Free> context_;
  const std::string name_;
  bool closed_by_peer_ = false;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_CONNECTION_H_
