// Connections to one Redis server, and when to try it again.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_POOL_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_POOL_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
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
  absl::Status CheckPause() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Note(const absl::Status& outcome) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool CanLend() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Options options_;
  const absl::StatusOr<RedisAddress> address_;
  const core::Clock& clock_;
  absl::Mutex mutex_;
  std::vector<std::unique_ptr<RedisConnection>> idle_ ABSL_GUARDED_BY(mutex_);
  int lent_ ABSL_GUARDED_BY(mutex_) = 0;
  // What went wrong last, and since when for how long not to try again.
  absl::Status failure_ ABSL_GUARDED_BY(mutex_);
  absl::Time failed_at_ ABSL_GUARDED_BY(mutex_);
  absl::Duration pause_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_POOL_H_
