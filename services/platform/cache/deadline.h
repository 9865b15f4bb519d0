// The time left for a call that takes several steps.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_DEADLINE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_DEADLINE_H_

#include <algorithm>
#include <chrono>

#include "absl/time/time.h"

namespace nianbao::platform {

// Measured by the steady clock: it limits waiting on a socket, which the time
// of day has nothing to do with.
class Deadline {
 public:
  // `timeout` from now.
  explicit Deadline(absl::Duration timeout)
      : end_(std::chrono::steady_clock::now() +
             absl::ToChronoNanoseconds(timeout)) {}

  std::chrono::steady_clock::time_point end() const { return end_; }

  // Time left; zero where it has passed.
  absl::Duration Remaining() const {
    const auto left = end_ - std::chrono::steady_clock::now();
    return std::max(absl::FromChrono(left), absl::ZeroDuration());
  }

 private:
  std::chrono::steady_clock::time_point end_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_DEADLINE_H_
