#include "services/platform/cache/redis_pool.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

constexpr absl::Duration kFirstPause = absl::Milliseconds(100);
constexpr absl::Duration kLongestPause = absl::Seconds(5);

absl::Status Busy(const std::string& address, int connections) {
  return core::MakeError(
      absl::StatusCode::kDeadlineExceeded,
      absl::StrCat("redis ", address, ": all ", connections,
                   " connections were busy; raise the cache's timeout_ms"),
      {.reason = "CACHE_BUSY",
       .metadata = {{"address", address},
                    {"connections", absl::StrCat(connections)}}});
}

// A bad address can't be reached either; the cache's contract has no code of
// its own for it.
absl::StatusOr<RedisAddress> ParseOrUnavailable(const std::string& text) {
  auto address = ParseRedisAddress(text);
  if (address.ok()) return address;
  return core::MakeError(absl::StatusCode::kUnavailable,
                         std::string(address.status().message()),
                         core::GetErrorInfo(address.status()));
}

}  // namespace

RedisPool::RedisPool(const Options& options, const core::Clock& clock)
    : options_(options),
      address_(ParseOrUnavailable(options.address)),
      clock_(clock),
      failed_at_(absl::InfinitePast()) {}

absl::StatusOr<RedisPool::Lease> RedisPool::Take(const Deadline& deadline) {
  NIANBAO_RETURN_IF_ERROR(address_.status());
  Lease lease;
  {
    std::unique_lock lock(mutex_);
    NIANBAO_RETURN_IF_ERROR(CheckPause());
    const auto can_lend = [this] { return lent_ < options_.most_connections; };
    if (!returned_.wait_until(lock, deadline.end(), can_lend)) {
      return Busy(options_.address, options_.most_connections);
    }
    // While this call waited, another one may have found the server gone.
    NIANBAO_RETURN_IF_ERROR(CheckPause());
    ++lent_;
    if (!idle_.empty()) {
      lease.connection = std::move(idle_.back());
      lease.reused = true;
      idle_.pop_back();
      return lease;
    }
  }
  auto opened = RedisConnection::Open(*address_, deadline.Remaining());
  if (!opened.ok()) {
    const std::lock_guard lock(mutex_);
    --lent_;
    Note(opened.status());
    // All of them: they fail at once now.
    returned_.notify_all();
    return opened.status();
  }
  lease.connection = *std::move(opened);
  return lease;
}

void RedisPool::Return(Lease lease, const absl::Status& outcome) {
  const bool stale = lease.reused && lease.connection->closed_by_peer();
  const std::lock_guard lock(mutex_);
  --lent_;
  if (stale) {
    idle_.clear();
  } else if (lease.connection->usable()) {
    // The server is there, even where it refused the command.
    Note(absl::OkStatus());
    idle_.push_back(std::move(lease.connection));
  } else {
    Note(outcome);
  }
  returned_.notify_one();
}

absl::Status RedisPool::CheckPause() const {
  if (failure_.ok()) return absl::OkStatus();
  const absl::Duration since = clock_.Now() - failed_at_;
  // A clock that was set back must not make the pause longer.
  if (since < absl::ZeroDuration() || since >= pause_) return absl::OkStatus();
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("not tried again yet: ", std::string(failure_.message())),
      core::GetErrorInfo(failure_));
}

void RedisPool::Note(const absl::Status& outcome) {
  const bool failed_before = !failure_.ok();
  failure_ = outcome;
  if (outcome.ok()) return;
  failed_at_ = clock_.Now();
  pause_ = failed_before ? std::min(2 * pause_, kLongestPause) : kFirstPause;
}

}  // namespace nianbao::platform
