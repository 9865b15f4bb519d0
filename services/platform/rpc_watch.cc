#include "services/platform/rpc_watch.h"

#include <vector>

#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::platform {
namespace {

// Which of two causes counts: the caller's going above all.
WatchTurn::Cause Stronger(WatchTurn::Cause a, WatchTurn::Cause b) {
  return a > b ? a : b;
}

}  // namespace

std::optional<WatchTurn::Cause> WatchTurn::Rest(
    const std::shared_ptr<WatchTurn>& self, absl::Duration wait) {
  const std::lock_guard lock(mutex_);
  if (waiting_) {
    const Cause cause = *waiting_;
    waiting_.reset();
    return cause;
  }
  resting_ = true;
  const std::int64_t rest = ++rests_;
  // The alarm before this one, if it still runs, is cancelled with its object.
  alarm_ = std::make_unique<grpc::Alarm>();
  alarm_->Set(absl::ToChronoTime(absl::Now() + wait), [self, rest](bool rang) {
    if (rang) self->Ring(rest);
  });
  return std::nullopt;
}

void WatchTurn::Ring(std::int64_t rest) {
  std::function<void(Cause)> go;
  {
    const std::lock_guard lock(mutex_);
    if (!resting_ || rest != rests_) return;
    resting_ = false;
    go = go_;
  }
  if (go != nullptr) go(Cause::kAlive);
}

void WatchTurn::Take(Cause cause) {
  std::function<void(Cause)> go;
  {
    const std::lock_guard lock(mutex_);
    if (!resting_) {
      waiting_ = waiting_ ? Stronger(*waiting_, cause) : cause;
      return;
    }
    resting_ = false;
    go = go_;
  }
  if (go != nullptr) go(cause);
}

void WatchTurn::End() {
  const std::lock_guard lock(mutex_);
  go_ = nullptr;
  resting_ = false;
  alarm_ = nullptr;
}

void Watches::Add(const std::shared_ptr<WatchTurn>& turn) {
  {
    const std::lock_guard lock(mutex_);
    turns_.remove_if([](const auto& other) { return other.expired(); });
    turns_.push_back(turn);
    if (!stopped_) return;
  }
  turn->Stop();
}

void Watches::Stop() {
  std::vector<std::shared_ptr<WatchTurn>> turns;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    for (const auto& other : turns_) {
      if (auto turn = other.lock()) turns.push_back(std::move(turn));
    }
  }
  for (const auto& turn : turns) turn->Stop();
}

grpc::Status WatchStopped() {
  return ToGrpcStatus(core::MakeError(
      absl::StatusCode::kUnavailable,
      "the server is stopping; watch again from the last revision received",
      {.reason = "SERVER_STOPPING",
       .metadata = {{"zh", "服务正在停止，请从最后收到的修订号继续。"}}}));
}

}  // namespace nianbao::platform
