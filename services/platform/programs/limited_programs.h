// Programs run as limited processes.
#ifndef NIANBAO_SERVICES_PLATFORM_PROGRAMS_LIMITED_PROGRAMS_H_
#define NIANBAO_SERVICES_PLATFORM_PROGRAMS_LIMITED_PROGRAMS_H_

#include <string>
#include <vector>

#include "services/core/ports/program_runner.h"

namespace nianbao::platform {

// Finds programs in a fixed list of folders and runs each as a process with
// limits on processor time, memory, open files and output, no environment but
// the language, and no file of ours open besides its input, which stands in
// memory. A process that outlives its deadline, its output or us is killed, and
// none is left behind.
class LimitedPrograms : public core::ProgramRunner {
 public:
  explicit LimitedPrograms(std::vector<std::string> folders = {"/usr/local/bin",
                                                               "/usr/bin",
                                                               "/bin"})
      : folders_(std::move(folders)) {}

  absl::StatusOr<core::ProgramOutcome> Run(
      const core::ProgramOrder& order) const override;

 private:
  absl::StatusOr<std::string> Find(const core::ProgramOrder& order) const;

  const std::vector<std::string> folders_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_PROGRAMS_LIMITED_PROGRAMS_H_
