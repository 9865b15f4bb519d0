// Runs a program to its end.
#ifndef NIANBAO_TESTS_TESTING_COMMAND_H_
#define NIANBAO_TESTS_TESTING_COMMAND_H_

#include <cstdint>
#include <string>
#include <vector>

namespace nianbao::testing {

// What a program did.
struct CommandResult {
  // Exit code; -1 where it was ended by a signal or could not be started.
  int exit_code = -1;
  std::string out;
  std::string err;
  // What it cost: processor time, and the most memory it had at once. Memory
  // counts from what the caller had when it started the program.
  double cpu_seconds = 0;
  std::int64_t most_bytes = 0;
};

// Runs `command` (a path and its arguments) without input, waits for it, and
// gives what it printed. For any thread.
CommandResult RunCommand(const std::vector<std::string>& command);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_COMMAND_H_
