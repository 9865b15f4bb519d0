// A clock that stands still until a test moves it.
#ifndef NIANBAO_TESTS_TESTING_MANUAL_CLOCK_H_
#define NIANBAO_TESTS_TESTING_MANUAL_CLOCK_H_

#include <mutex>

#include "absl/time/time.h"
#include "services/core/ports/clock.h"

namespace nianbao::testing {

// Starts at 2021-09-01 00:00 UTC. Safe for use from any thread.
class ManualClock final : public core::Clock {
 public:
  absl::Time Now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }

  void Advance(absl::Duration by) {
    const std::lock_guard lock(mutex_);
    now_ += by;
  }

 private:
  mutable std::mutex mutex_;
  absl::Time now_ = absl::FromUnixSeconds(1630454400);
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_MANUAL_CLOCK_H_
