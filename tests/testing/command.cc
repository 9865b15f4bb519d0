#include "tests/testing/command.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/testing/golden.h"
#include "tests/testing/scratch_folder.h"

namespace nianbao::testing {
namespace {

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

CommandResult RunCommand(const std::vector<std::string>& command) {
  const ScratchFolder folder;
  const std::string out = folder.Path("out");
  const std::string err = folder.Path("err");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
                                   O_RDONLY, 0);
  constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), kWrite,
                                   0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), kWrite,
                                   0600);
  std::vector<char*> arguments;
  for (const std::string& part : command) {
    arguments.push_back(const_cast<char*>(part.c_str()));
  }
  arguments.push_back(nullptr);
  CommandResult result;
  pid_t process = 0;
  const int error = posix_spawn(&process, arguments[0], &actions, nullptr,
                                arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return result;
  int state = 0;
  rusage usage = {};
  wait4(process, &state, 0, &usage);
  result.cpu_seconds = Seconds(usage.ru_utime) + Seconds(usage.ru_stime);
  result.most_bytes = std::int64_t{usage.ru_maxrss} * 1024;
  if (WIFEXITED(state)) result.exit_code = WEXITSTATUS(state);
  result.out = ReadTestFile(out);
  result.err = ReadTestFile(err);
  return result;
}

}  // namespace nianbao::testing
