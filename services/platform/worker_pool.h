// A bounded pool of threads.
#ifndef NIANBAO_SERVICES_PLATFORM_WORKER_POOL_H_
#define NIANBAO_SERVICES_PLATFORM_WORKER_POOL_H_

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "services/core/ports/executor.h"

namespace nianbao::platform {

// Runs tasks on a fixed number of threads, in the order they came. A service
// whose tasks wait for another service must not share its pool with that one:
// the waiting tasks could hold every thread.
class WorkerPool : public core::Executor {
 public:
  // How many of what; both at least one.
  struct Options {
    int threads = 1;
    // Tasks that wait for a thread at most.
    int max_waiting = 1;
  };

  explicit WorkerPool(const Options& options);

  // Runs what was taken, then stops.
  ~WorkerPool() override;

  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // ResourceExhausted where `max_waiting` tasks wait. Tasks must not throw.
  absl::Status Submit(std::function<void()> task) override;

 private:
  void Work();

  const Options options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;  // guarded by mutex_
  bool stopping_ = false;                      // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_WORKER_POOL_H_
