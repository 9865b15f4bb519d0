// Port: the time.
#ifndef NIANBAO_SERVICES_CORE_PORTS_CLOCK_H_
#define NIANBAO_SERVICES_CORE_PORTS_CLOCK_H_

#include "absl/time/time.h"

namespace nianbao::core {

// Tells the time. Safe for use from any thread.
class Clock {
 public:
  virtual ~Clock() = default;

  // The time now.
  virtual absl::Time Now() const = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_CLOCK_H_
