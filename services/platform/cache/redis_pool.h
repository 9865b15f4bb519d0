// Connections to one Redis server, and when to try it again.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_POOL_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_POOL_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/deadline.h"
#include "services/platform/cache/redis_address.h"
#include "services/platform/cache/redis_connection.h"

namespace nianbao::platform {

// Lends connections, each to one thread. After a failure the server is left
// alone for a pause that doubles from 100 ms up to 5 s, so that a server that
// is gone costs callers a timeout only now and then. Safe for use from any
// thread.
class RedisPool {
 public:
  struct Options {
    // Address as "host:port".
    std::string address;
    // Connections open at once at most.
    int most_connections = 1;
  };

  // A connection on loan.
  struct Lease {
    std::unique_ptr<RedisConnection> connection;
    // Whether it served another call before.
    bool reused = false;
  };

  // `clock` times the pauses and outlives the pool.
  RedisPool(const Options& options, const core::Clock& clock);

  // A connection; waits until `deadline` where all are on loan. Unavailable in
  // a pause, where nobody listens and where the address is none;
  // DeadlineExceeded where nobody answers in time.
  absl::StatusOr<Lease> Take(const Deadline& deadline);

  // Takes a connection back with the outcome of its use. One that the other
  // side had closed takes the idle ones with it.
  void Return(Lease lease, const absl::Status& outcome);

 private:
  // Both under the lock.
  absl::Status CheckPause() const;
  void Note(const absl::Status& outcome);

  const Options options_;
  const absl::StatusOr<RedisAddress> address_;
  const core::Clock& clock_;
  // Guards what follows.
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<RedisConnection>> idle_;
  int lent_ = 0;
  // What went wrong last, and since when for how long not to try again.
  absl::Status failure_;
  absl::Time failed_at_;
  absl::Duration pause_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_POOL_H_
