// The computer's clock.
#ifndef NIANBAO_SERVICES_PLATFORM_SYSTEM_CLOCK_H_
#define NIANBAO_SERVICES_PLATFORM_SYSTEM_CLOCK_H_

#include "absl/time/clock.h"
#include "services/core/ports/clock.h"

namespace nianbao::platform {

// Tells the computer's time.
class SystemClock : public core::Clock {
 public:
  absl::Time Now() const override { return absl::Now(); }
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SYSTEM_CLOCK_H_
