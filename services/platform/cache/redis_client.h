// Requests to one Redis server, from many threads over few connections.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_CLIENT_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_CLIENT_H_

#include <poll.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/core/ports/clock.h"
#include "services/platform/cache/redis_address.h"
#include "services/platform/cache/redis_link.h"
#include "services/platform/cache/redis_open.h"
#include "services/platform/cache/redis_protocol.h"

namespace nianbao::platform {

// Has one thread that sends what all callers ask, together where they ask at
// the same time, and gives out the answers. After a failure the server is left
// alone for a pause that doubles from 100 ms up to 5 s, in which requests fail
// at once; then one request tries it, and the others go on failing until that
// one is answered. Safe for use from any thread.
class RedisClient {
 public:
  struct Options {
    RedisConnectionOptions connection;
    // Connections at once at most; at least one.
    int connections = 1;
  };

  // `clock` times the pauses and outlives the client.
  RedisClient(const Options& options, const core::Clock& clock);

  // Fails what is under way.
  ~RedisClient();

  RedisClient(const RedisClient&) = delete;
  RedisClient& operator=(const RedisClient&) = delete;

  // Gets the answers; Unavailable where the server is not reached or breaks
  // off, and in a pause; DeadlineExceeded where it does not answer in time.
  using Done = std::function<void(absl::StatusOr<RedisReplies>)>;

  // Sends `commands` commands in `bytes` together. `done` is called once, on
  // the client's thread, which it must not block, or within this call where
  // that fails at once.
  void Send(std::string bytes, std::size_t commands, Done done);

  // As Send, but waits. Not from the client's own thread.
  absl::StatusOr<RedisReplies> Run(std::string bytes, std::size_t commands);

 private:
  // On the client's thread.
  void Loop();
  bool TakeInbox(RedisRequests& taken);
  void Assign(std::unique_ptr<RedisRequest> request);
  std::size_t PickLink() const;
  absl::Status OpenLink(std::size_t index);
  void WorkOn(std::size_t index, bool readable);
  void BreakLink(std::size_t index, const absl::Status& why);
  void Expire();
  void Poll();
  int TimeToPoll() const;
  void Note(const absl::Status& outcome);

  // Under the lock.
  absl::Status Admit();

  const Options options_;
  const absl::StatusOr<RedisAddress> address_;
  const core::Clock& clock_;
  const int wake_fd_;
  // Only the client's thread uses these; a link that is null is not open.
  std::vector<std::unique_ptr<RedisLink>> links_;
  std::vector<pollfd> polled_;
  // Whether a link got a request since all were worked on.
  bool unsent_ = false;
  // Guards what follows.
  std::mutex mutex_;
  RedisRequests inbox_;
  bool asleep_ = false;
  bool stopping_ = false;
  // What went wrong last, since when for how long not to try again, and
  // whether a request is under way to find out. The client's thread alone
  // changes failure_, and so may read it without the lock.
  absl::Status failure_;
  absl::Time failed_at_;
  absl::Duration pause_;
  bool trying_ = false;
  std::thread thread_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_CLIENT_H_
