// Tells who waits for changes that something was committed.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_COMMIT_BELL_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_COMMIT_BELL_H_

#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace nianbao::platform {

// Safe for use from any thread.
class CommitBell {
 public:
  // Has `wake` called at every Ring, on the ringing thread, until the returned
  // object is gone; a ring that goes on then may still reach it. `wake` must
  // not wait. The object may outlive the bell.
  std::shared_ptr<void> Listen(std::function<void()> wake);

  void Ring();

  bool HasListeners();

 private:
  std::mutex mutex_;
  std::list<std::weak_ptr<std::function<void()>>> listeners_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_COMMIT_BELL_H_
