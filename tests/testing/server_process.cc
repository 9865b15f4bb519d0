#include "tests/testing/server_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace nianbao::testing {
namespace {

// How long a program may take to start, or to print what a test waits for.
constexpr int kPatienceMs = 60000;
constexpr int kStepMs = 100;
constexpr char kListening[] = "\"listening\"";
constexpr char kPort[] = "\"port\":";

int PortIn(const std::string& text) {
  const std::size_t listening = text.find(kListening);
  if (listening == std::string::npos) return 0;
  const std::size_t at = text.find(kPort, listening);
  if (at == std::string::npos) return 0;
  const std::size_t end = text.find('\n', at);
  if (end == std::string::npos) return 0;
  return std::atoi(text.c_str() + at + sizeof(kPort) - 1);
}

int Spawn(const std::vector<std::string>& command, int output, pid_t& process) {
  std::vector<char*> arguments;
  for (const std::string& part : command) {
    arguments.push_back(const_cast<char*>(part.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  const int error = posix_spawn(&process, arguments[0], &actions, nullptr,
                                arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

std::string ProgramPath(const std::string& name) {
  const char* folder = std::getenv("NIANBAO_BIN");
  return absl::StrCat(folder == nullptr ? "build/dev/bin" : folder, "/", name);
}

ServerProcess::ServerProcess(pid_t process, int output)
    : process_(process), output_(output) {}

absl::StatusOr<std::unique_ptr<ServerProcess>> ServerProcess::Start(
    const std::string& program, const std::vector<std::string>& flags) {
  std::vector<std::string> command = {ProgramPath(program),
                                      "--address=127.0.0.1:0"};
  command.insert(command.end(), flags.begin(), flags.end());
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return absl::InternalError("can't make a pipe");
  }
  pid_t process = 0;
  const int error = Spawn(command, ends[1], process);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    return absl::NotFoundError(
        absl::StrCat(command[0], ": ", std::strerror(error)));
  }
  std::unique_ptr<ServerProcess> server(new ServerProcess(process, ends[0]));
  for (int waited = 0; waited < kPatienceMs; waited += kStepMs) {
    const bool goes_on = server->ReadMore(kStepMs);
    server->port_ = PortIn(server->text_);
    if (server->port_ > 0) return server;
    if (!goes_on) break;
  }
  return absl::UnavailableError(
      absl::StrCat(program, " did not start:\n", server->text_));
}

ServerProcess::~ServerProcess() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  close(output_);
}

std::string ServerProcess::address() const {
  return absl::StrCat("127.0.0.1:", port_);
}

bool ServerProcess::ReadMore(int wait_ms) {
  pollfd waiting{output_, POLLIN, 0};
  if (poll(&waiting, 1, wait_ms) <= 0) return true;
  std::array<char, 4096> buffer{};
  const ssize_t size = read(output_, buffer.data(), buffer.size());
  if (size <= 0) return false;
  text_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

std::string ServerProcess::Output() {
  std::size_t before = 0;
  do {
    before = text_.size();
  } while (ReadMore(0) && text_.size() > before);
  return text_;
}

bool ServerProcess::AwaitOutput(const std::string& words) {
  for (int waited = 0; waited < kPatienceMs; waited += kStepMs) {
    if (Output().find(words) != std::string::npos) return true;
    if (!ReadMore(kStepMs)) break;
  }
  return Output().find(words) != std::string::npos;
}

int ServerProcess::Terminate() {
  kill(process_, SIGTERM);
  while (ReadMore(kStepMs)) {
    if (waitpid(process_, nullptr, WNOHANG | WNOWAIT) != 0) break;
  }
  int state = 0;
  waitpid(process_, &state, 0);
  process_ = 0;
  Output();
  return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace nianbao::testing
