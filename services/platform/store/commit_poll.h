// Looks for commits of other processes.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_COMMIT_POLL_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_COMMIT_POLL_H_

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/store/commit_bell.h"

namespace nianbao::platform {

// Asks for the newest revision again and again on a thread of its own, as long
// as the bell has listeners, and rings where it changed.
class CommitPoll {
 public:
  // `bell` outlives it.
  CommitPoll(CommitBell& bell, absl::Duration interval,
             std::function<absl::StatusOr<std::int64_t>()> newest);
  ~CommitPoll();
  CommitPoll(const CommitPoll&) = delete;
  CommitPoll& operator=(const CommitPoll&) = delete;

  // To be called where a listener came.
  void Start();

 private:
  void Work();
  bool Pause();

  CommitBell& bell_;
  const absl::Duration interval_;
  const std::function<absl::StatusOr<std::int64_t>()> newest_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool started_ = false;   // guarded by mutex_
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_COMMIT_POLL_H_
