#include "services/platform/cache/redis_client.h"

#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/cache/redis_errors.h"

namespace nianbao::platform {
namespace {

using std::chrono::steady_clock;

constexpr absl::Duration kFirstPause = absl::Milliseconds(100);
constexpr absl::Duration kLongestPause = absl::Seconds(5);

// A connection takes that much before the next one is used: requests that
// share a write cost less than those that do not.
constexpr std::size_t kMostWaiting = 256;
constexpr std::size_t kMostUnsentBytes = 64 * 1024;

// How much longer than a request's time its caller waits for word of it: the
// thread may be looking up a host.
constexpr absl::Duration kGrace = absl::Milliseconds(100);

// A bad address can't be reached either; the cache's contract has no code of
// its own for it.
absl::StatusOr<RedisAddress> ParseOrUnavailable(const std::string& text) {
  auto address = ParseRedisAddress(text);
  if (address.ok()) return address;
  return core::MakeError(absl::StatusCode::kUnavailable,
                         std::string(address.status().message()),
                         core::GetErrorInfo(address.status()));
}

// Signals are for the program's other threads, and SSL_write() raises SIGPIPE
// where the server went away.
void BlockSignals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

RedisClient::RedisClient(const Options& options, const core::Clock& clock)
    : options_(options),
      address_(ParseOrUnavailable(options.connection.address)),
      clock_(clock),
      wake_fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      links_(static_cast<std::size_t>(std::max(options.connections, 1))),
      failed_at_(absl::InfinitePast()),
      thread_([this] { Loop(); }) {}

RedisClient::~RedisClient() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  eventfd_write(wake_fd_, 1);
  thread_.join();
  close(wake_fd_);
}

void RedisClient::Send(std::string bytes, std::size_t commands, Done done) {
  auto request = std::make_unique<RedisRequest>();
  request->bytes = std::move(bytes);
  request->commands = commands;
  request->deadline = steady_clock::now() +
                      absl::ToChronoNanoseconds(options_.connection.timeout);
  request->done = std::move(done);
  absl::Status admitted;
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    admitted = Admit();
    if (admitted.ok()) {
      inbox_.push_back(std::move(request));
      wake = std::exchange(asleep_, false);
    }
  }
  if (wake) eventfd_write(wake_fd_, 1);
  if (!admitted.ok()) request->Finish(admitted);
}

absl::StatusOr<RedisReplies> RedisClient::Run(std::string bytes,
                                              std::size_t commands) {
  struct Word {
    std::mutex mutex;
    std::condition_variable came;
    std::optional<absl::StatusOr<RedisReplies>> outcome;
  };
  const auto word = std::make_shared<Word>();
  Send(std::move(bytes), commands,
       [word](absl::StatusOr<RedisReplies> outcome) {
         const std::lock_guard lock(word->mutex);
         word->outcome = std::move(outcome);
         word->came.notify_all();
       });
  std::unique_lock lock(word->mutex);
  word->came.wait_for(
      lock, absl::ToChronoNanoseconds(options_.connection.timeout + kGrace),
      [&] { return word->outcome.has_value(); });
  if (!word->outcome.has_value()) return RedisSlow(options_.connection.address);
  return *std::move(word->outcome);
}

absl::Status RedisClient::Admit() {
  if (!address_.ok()) return address_.status();
  if (stopping_) return RedisGone(options_.connection.address, "is being left");
  if (failure_.ok()) return absl::OkStatus();
  const absl::Duration since = clock_.Now() - failed_at_;
  // A clock that was set back must not make the pause longer.
  const bool paused = since >= absl::ZeroDuration() && since < pause_;
  if (!paused && !std::exchange(trying_, true)) return absl::OkStatus();
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("not tried again yet: ", std::string(failure_.message())),
      core::GetErrorInfo(failure_));
}

void RedisClient::Note(const absl::Status& outcome) {
  const absl::Time now = clock_.Now();
  const std::lock_guard lock(mutex_);
  const bool failed_before = !failure_.ok();
  failure_ = outcome;
  trying_ = false;
  if (outcome.ok()) return;
  // What fails in a pause was under way before it.
  const absl::Duration since = now - failed_at_;
  if (failed_before && since >= absl::ZeroDuration() && since < pause_) return;
  failed_at_ = now;
  pause_ = failed_before ? std::min(2 * pause_, kLongestPause) : kFirstPause;
}

void RedisClient::Loop() {
  BlockSignals();
  RedisRequests taken;
  while (TakeInbox(taken)) {
    for (auto& request : taken) Assign(std::move(request));
    taken.clear();
    unsent_ = false;
    for (std::size_t i = 0; i < links_.size(); ++i) {
      if (links_[i] != nullptr && links_[i]->unsent_bytes() > 0) {
        WorkOn(i, false);
      }
    }
    Poll();
    Expire();
  }
  const absl::Status leaving =
      RedisGone(options_.connection.address, "is being left");
  for (auto& request : taken) request->Finish(leaving);
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (links_[i] == nullptr) continue;
    for (auto& request : links_[i]->TakeRequests()) request->Finish(leaving);
  }
}

bool RedisClient::TakeInbox(RedisRequests& taken) {
  const std::lock_guard lock(mutex_);
  taken.swap(inbox_);
  return !stopping_;
}

void RedisClient::Assign(std::unique_ptr<RedisRequest> request) {
  const std::size_t index = PickLink();
  if (links_[index] == nullptr) {
    if (const absl::Status opened = OpenLink(index); !opened.ok()) {
      Note(opened);
      return request->Finish(opened);
    }
  }
  links_[index]->Add(std::move(request));
  unsent_ = true;
}

std::size_t RedisClient::PickLink() const {
  std::size_t best = 0;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (links_[i] == nullptr) return i;
    if (links_[i]->waiting() < kMostWaiting &&
        links_[i]->unsent_bytes() < kMostUnsentBytes) {
      return i;
    }
    if (links_[i]->waiting() < links_[best]->waiting()) best = i;
  }
  return best;
}

absl::Status RedisClient::OpenLink(std::size_t index) {
  NIANBAO_ASSIGN_OR_RETURN(links_[index],
                           OpenRedisLink(*address_, options_.connection));
  return absl::OkStatus();
}

void RedisClient::WorkOn(std::size_t index, bool readable) {
  // Before whoever was answered asks again.
  const absl::Status status = links_[index]->Work(readable, [this] {
    if (!failure_.ok()) Note(absl::OkStatus());
  });
  if (!status.ok()) BreakLink(index, status);
}

void RedisClient::BreakLink(std::size_t index, const absl::Status& why) {
  const std::unique_ptr<RedisLink> link = std::move(links_[index]);
  // A server restarted since the last call has closed the connections; that is
  // no reason to call it gone. A new connection tells.
  const bool stale = link->closed_by_peer() && link->answered() > 0;
  if (stale) {
    for (auto& other : links_) {
      if (other != nullptr && other->waiting() == 0) other = nullptr;
    }
  }
  RedisRequests failed;
  for (auto& request : link->TakeRequests()) {
    if (request->done == nullptr) continue;
    if (!stale || std::exchange(request->again, true)) {
      failed.push_back(std::move(request));
      continue;
    }
    request->replies.clear();
    Assign(std::move(request));
  }
  if (!failed.empty()) Note(why);
  for (auto& request : failed) request->Finish(why);
}

void RedisClient::Expire() {
  const auto now = steady_clock::now();
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (links_[i] == nullptr || links_[i]->next_deadline() > now) continue;
    // Before whoever gives up asks again.
    Note(RedisSlow(options_.connection.address));
    links_[i]->Expire(now);
    if (links_[i]->Silent(now))
      BreakLink(i, RedisSlow(options_.connection.address));
  }
}

void RedisClient::Poll() {
  polled_.clear();
  for (const auto& link : links_) {
    polled_.push_back({.fd = link == nullptr ? -1 : link->fd(),
                       .events = link == nullptr ? short{0} : link->events(),
                       .revents = 0});
  }
  polled_.push_back({.fd = wake_fd_, .events = POLLIN, .revents = 0});
  int wait_ms = unsent_ ? 0 : TimeToPoll();
  {
    const std::lock_guard lock(mutex_);
    if (inbox_.empty() && !stopping_) {
      asleep_ = true;
    } else {
      wait_ms = 0;
    }
  }
  poll(polled_.data(), polled_.size(), wait_ms);
  {
    const std::lock_guard lock(mutex_);
    asleep_ = false;
  }
  if (polled_.back().revents != 0) {
    eventfd_t count = 0;
    eventfd_read(wake_fd_, &count);
  }
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (polled_[i].revents == 0 || links_[i] == nullptr) continue;
    // A link opened anew in the meantime has another socket.
    if (links_[i]->fd() == polled_[i].fd) WorkOn(i, true);
  }
}

int RedisClient::TimeToPoll() const {
  auto first = RedisRequest::Time::max();
  for (const auto& link : links_) {
    if (link != nullptr) first = std::min(first, link->next_deadline());
  }
  if (first == RedisRequest::Time::max()) return -1;
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(first - steady_clock::now());
  return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

}  // namespace nianbao::platform
