// Port: another program that does a piece of work.
#ifndef NIANBAO_SERVICES_CORE_PORTS_PROGRAM_RUNNER_H_
#define NIANBAO_SERVICES_CORE_PORTS_PROGRAM_RUNNER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::core {

// A run of a program and what it may use.
struct ProgramOrder {
  // Name without folder.
  std::string program;
  // The system's package that has the program, for messages.
  std::string package;
  std::vector<std::string> arguments;
  // What it reads: a file at /dev/stdin that it can seek in.
  std::string_view input;
  // Seconds of processor time, and seconds until it is ended in any case.
  int cpu_seconds = 1;
  int deadline_seconds = 1;
  std::int64_t memory_bytes = 0;
  // Bytes that it may print.
  std::int64_t output_bytes = 0;
};

// How a run ended.
struct ProgramOutcome {
  // What it printed, and the beginning of what it complained of.
  std::string output;
  std::string complaints;
  // Its exit code; -1 where a signal ended it.
  int exit_code = -1;
  // Which limit ended it; none where it ended by itself.
  enum class Limit { kNone, kTime, kOutput };
  Limit limit = Limit::kNone;
};

// Runs programs as processes of their own. Safe for use from any thread.
class ProgramRunner {
 public:
  virtual ~ProgramRunner() = default;

  // Runs a program to its end, and never waits longer than the order says.
  // FailedPrecondition with reason PROGRAM_MISSING where the program is not
  // installed, ResourceExhausted where the system can start none.
  virtual absl::StatusOr<ProgramOutcome> Run(
      const ProgramOrder& order) const = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_PROGRAM_RUNNER_H_
