// One connection to Redis, with many requests under way.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_LINK_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_LINK_H_

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/platform/cache/byte_stream.h"
#include "services/platform/cache/redis_protocol.h"

namespace nianbao::platform {

// Commands that are sent together, and who waits for their answers.
struct RedisRequest {
  using Time = std::chrono::steady_clock::time_point;

  // Commands, and how many they are.
  std::string bytes;
  std::size_t commands = 1;
  // When whoever waits gives up.
  Time deadline;
  // Gets the answers, or why there are none; empty once that was called.
  std::function<void(absl::StatusOr<RedisReplies>)> done;
  RedisReplies replies;
  // Whether it was sent before, over a connection that the server had closed.
  bool again = false;
  // Whether the connection is of no use where the server refuses it.
  bool greeting = false;

  void Finish(absl::StatusOr<RedisReplies> outcome);
};
using RedisRequests = std::deque<std::unique_ptr<RedisRequest>>;

// Sends requests in their order, without waiting for the answers to those
// before, and gives each its answers. For one thread.
class RedisLink {
 public:
  // A server that owes answers and sends nothing for `patience` is given up.
  RedisLink(std::unique_ptr<ByteStream> stream, std::string address,
            std::chrono::nanoseconds patience);

  // Takes a request, which is sent at the next Work().
  void Add(std::unique_ptr<RedisRequest> request);

  // Reads and writes what goes without waiting; `readable` where poll says so.
  // Calls `answered`, where there is one, before a request that was answered in
  // time hears of it. An error where the connection is of no more use.
  using Answered = std::function<void()>;
  absl::Status Work(bool readable, const Answered& answered = nullptr);

  // Fails requests whose time is over by `now`; their answers are passed over
  // when they come.
  void Expire(RedisRequest::Time now);

  // Whether the server is to be given up.
  bool Silent(RedisRequest::Time now) const;

  // Requests that wait for answers, taken off.
  RedisRequests TakeRequests();

  // What to poll for.
  int fd() const { return stream_->fd(); }
  short events() const;

  // Requests without all their answers, and when the first gives up.
  std::size_t waiting() const { return requests_.size(); }
  std::size_t unsent_bytes() const { return out_.size() - sent_; }
  RedisRequest::Time next_deadline() const;

  // Whether the server has closed the connection.
  bool closed_by_peer() const { return closed_by_peer_; }

  // Requests that were answered in time so far.
  std::size_t answered() const { return answered_; }

 private:
  absl::Status Send();
  absl::Status Receive(const Answered& answered);
  absl::Status TakeReplies(const Answered& answered);
  absl::Status TakeReply(RedisReply reply, const Answered& answered);
  absl::Status Broken(const ByteStream::Step& step);

  const std::unique_ptr<ByteStream> stream_;
  const std::string address_;
  const std::chrono::nanoseconds patience_;
  RedisReader reader_;
  RedisRequests requests_;
  std::string out_;
  std::size_t sent_ = 0;
  bool connected_ = false;
  bool closed_by_peer_ = false;
  std::size_t answered_ = 0;
  RedisRequest::Time last_heard_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_REDIS_LINK_H_
