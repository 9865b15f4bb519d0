#include "services/platform/store/commit_poll.h"

#include <utility>

namespace nianbao::platform {

CommitPoll::CommitPoll(CommitBell& bell, absl::Duration interval,
                       std::function<absl::StatusOr<std::int64_t>()> newest)
    : bell_(bell),
      interval_(interval),
      newest_(std::move(newest)),
      thread_([this] { Work(); }) {}

CommitPoll::~CommitPoll() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void CommitPoll::Start() {
  {
    const std::lock_guard lock(mutex_);
    started_ = true;
  }
  wake_.notify_all();
}

void CommitPoll::Work() {
  std::int64_t seen = -1;
  while (Pause()) {
    const absl::StatusOr<std::int64_t> newest = newest_();
    // Where the store can't be asked, those who wait find out when they read.
    if (newest.ok() && *newest == seen) continue;
    if (newest.ok()) seen = *newest;
    bell_.Ring();
  }
}

// Waits until it is time to ask; false at the end.
bool CommitPoll::Pause() {
  const bool needed = bell_.HasListeners();
  std::unique_lock lock(mutex_);
  if (needed) {
    wake_.wait_for(lock, absl::ToChronoMilliseconds(interval_),
                   [this] { return stopping_; });
  } else {
    wake_.wait(lock, [this] { return started_ || stopping_; });
  }
  started_ = false;
  return !stopping_;
}

}  // namespace nianbao::platform
