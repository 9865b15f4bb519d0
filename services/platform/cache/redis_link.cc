#include "services/platform/cache/redis_link.h"

#include <poll.h>

#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/platform/cache/redis_errors.h"

namespace nianbao::platform {
namespace {

// After each answer the reader moves what is left of these to the front.
constexpr std::size_t kReadBytes = 16 * 1024;

}  // namespace

void RedisRequest::Finish(absl::StatusOr<RedisReplies> outcome) {
  const auto to = std::exchange(done, nullptr);
  if (to != nullptr) to(std::move(outcome));
}

RedisLink::RedisLink(std::unique_ptr<ByteStream> stream, std::string address,
                     std::chrono::nanoseconds patience)
    : stream_(std::move(stream)),
      address_(std::move(address)),
      patience_(patience) {}

void RedisLink::Add(std::unique_ptr<RedisRequest> request) {
  // From here on it counts how long the server is silent.
  if (requests_.empty()) last_heard_ = std::chrono::steady_clock::now();
  out_.append(request->bytes);
  requests_.push_back(std::move(request));
}

absl::Status RedisLink::Work(bool readable, const Answered& answered) {
  if (!connected_) {
    const ByteStream::Step step = stream_->Connect();
    if (!step.error.empty()) return Broken(step);
    if (step.moved == 0) return absl::OkStatus();
    connected_ = true;
  }
  // Answers first: they are what somebody waits for.
  if (readable) {
    if (absl::Status status = Receive(answered); !status.ok()) return status;
  }
  return Send();
}

absl::Status RedisLink::Send() {
  while (sent_ < out_.size()) {
    const ByteStream::Step step =
        stream_->Write(absl::string_view(out_).substr(sent_));
    if (!step.error.empty()) return Broken(step);
    if (step.moved == 0) return absl::OkStatus();
    sent_ += step.moved;
  }
  out_.clear();
  sent_ = 0;
  return absl::OkStatus();
}

absl::Status RedisLink::Receive(const Answered& answered) {
  std::array<char, kReadBytes> bytes;
  while (true) {
    const ByteStream::Step step = stream_->Read(bytes.data(), bytes.size());
    if (!step.error.empty()) return Broken(step);
    if (step.moved == 0) return absl::OkStatus();
    last_heard_ = std::chrono::steady_clock::now();
    if (!reader_.Feed(absl::string_view(bytes.data(), step.moved))) {
      return RedisGone(address_, "sent what is no answer of Redis");
    }
    if (absl::Status status = TakeReplies(answered); !status.ok())
      return status;
  }
}

absl::Status RedisLink::TakeReplies(const Answered& answered) {
  RedisReply reply;
  while (true) {
    const int next = reader_.Next(reply);
    if (next < 0) return RedisGone(address_, "sent what is no answer of Redis");
    if (next == 0) return absl::OkStatus();
    if (absl::Status status = TakeReply(std::move(reply), answered);
        !status.ok()) {
      return status;
    }
  }
}

absl::Status RedisLink::TakeReply(RedisReply reply, const Answered& answered) {
  if (requests_.empty()) {
    return RedisGone(address_, "sent an answer that nobody asked for");
  }
  RedisRequest& request = *requests_.front();
  if (request.greeting) {
    if (absl::Status status = CheckReply(reply, address_); !status.ok()) {
      return status;
    }
  }
  request.replies.push_back(std::move(reply));
  if (request.replies.size() < request.commands) return absl::OkStatus();
  const std::unique_ptr<RedisRequest> whole = std::move(requests_.front());
  requests_.pop_front();
  if (whole->done != nullptr) {
    ++answered_;
    if (answered != nullptr) answered();
  }
  whole->Finish(std::move(whole->replies));
  return absl::OkStatus();
}

void RedisLink::Expire(RedisRequest::Time now) {
  for (const auto& request : requests_) {
    if (request->done == nullptr) continue;
    if (request->deadline > now) break;
    request->Finish(RedisSlow(address_));
  }
}

bool RedisLink::Silent(RedisRequest::Time now) const {
  return !requests_.empty() && now - last_heard_ >= patience_;
}

RedisRequests RedisLink::TakeRequests() { return std::exchange(requests_, {}); }

short RedisLink::events() const {
  const bool writes = stream_->waits_to_write();
  if (!connected_) return writes ? POLLOUT : POLLIN;
  return static_cast<short>(POLLIN |
                            (writes && sent_ < out_.size() ? POLLOUT : 0));
}

RedisRequest::Time RedisLink::next_deadline() const {
  for (const auto& request : requests_) {
    if (request->done != nullptr) return request->deadline;
  }
  return RedisRequest::Time::max();
}

absl::Status RedisLink::Broken(const ByteStream::Step& step) {
  closed_by_peer_ = step.closed;
  return RedisGone(address_, step.error);
}

}  // namespace nianbao::platform
