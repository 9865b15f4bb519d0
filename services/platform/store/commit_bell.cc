#include "services/platform/store/commit_bell.h"

#include <utility>
#include <vector>

namespace nianbao::platform {

std::shared_ptr<void> CommitBell::Listen(std::function<void()> wake) {
  auto listener = std::make_shared<std::function<void()>>(std::move(wake));
  const std::lock_guard lock(mutex_);
  listeners_.push_back(listener);
  return listener;
}

void CommitBell::Ring() {
  std::vector<std::shared_ptr<std::function<void()>>> awake;
  {
    const std::lock_guard lock(mutex_);
    for (auto at = listeners_.begin(); at != listeners_.end();) {
      if (auto listener = at->lock()) {
        awake.push_back(std::move(listener));
        ++at;
      } else {
        at = listeners_.erase(at);
      }
    }
  }
  for (const auto& listener : awake) (*listener)();
}

bool CommitBell::HasListeners() {
  const std::lock_guard lock(mutex_);
  listeners_.remove_if([](const auto& listener) { return listener.expired(); });
  return !listeners_.empty();
}

}  // namespace nianbao::platform
