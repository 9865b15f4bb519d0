// Waits for a process within its limits.
#ifndef NIANBAO_SERVICES_PLATFORM_PROGRAMS_CHILD_WATCH_H_
#define NIANBAO_SERVICES_PLATFORM_PROGRAMS_CHILD_WATCH_H_

#include "services/core/ports/program_runner.h"
#include "services/platform/programs/child_process.h"
#include "services/platform/programs/file_handle.h"

namespace nianbao::platform {

// Collects what a process prints until it ends, and kills it where it takes
// longer or prints more than the order allows. The process has ended when this
// returns.
core::ProgramOutcome WatchChild(const core::ProgramOrder& order,
                                const FileHandle& output,
                                const FileHandle& complaints,
                                ChildProcess& child);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_PROGRAMS_CHILD_WATCH_H_
