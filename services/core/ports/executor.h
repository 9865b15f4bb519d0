// Port: work off the caller's thread.
#ifndef NIANBAO_SERVICES_CORE_PORTS_EXECUTOR_H_
#define NIANBAO_SERVICES_CORE_PORTS_EXECUTOR_H_

#include <functional>

#include "absl/status/status.h"

namespace nianbao::core {

// Runs tasks on threads of its own. Safe for use from any thread.
class Executor {
 public:
  virtual ~Executor() = default;

  // Takes `task` to run once, soon. ResourceExhausted where too many wait;
  // then the task is not run.
  virtual absl::Status Submit(std::function<void()> task) = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_EXECUTOR_H_
