// A process of another program.
#ifndef NIANBAO_SERVICES_PLATFORM_PROGRAMS_CHILD_PROCESS_H_
#define NIANBAO_SERVICES_PLATFORM_PROGRAMS_CHILD_PROCESS_H_

#include <sys/types.h>

#include <string>

#include "services/core/ports/program_runner.h"

namespace nianbao::platform {

// Descriptors that become a process's standard files.
struct StandardFiles {
  int input = -1;
  int output = -1;
  int complaints = -1;
};

// Starts a process and ends it at the latest when this goes. For one thread.
class ChildProcess {
 public:
  // Starts the program at `path` under the order's limits.
  ChildProcess(const std::string& path, const core::ProgramOrder& order,
               const StandardFiles& files);
  ~ChildProcess();

  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  bool started() const { return process_ > 0; }

  // Whether the process has ended; never waits.
  bool HasEnded();

  // Kills the process unless it has ended, and waits for its end.
  void Kill();

  // Exit code of an ended process; -1 where a signal ended it.
  int exit_code() const;

  // Whether its processor time ran out.
  bool ran_out_of_time() const;

 private:
  pid_t process_ = -1;
  bool ended_ = false;
  int state_ = 0;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_PROGRAMS_CHILD_PROCESS_H_
