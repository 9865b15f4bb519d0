#include "services/platform/programs/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace nianbao::platform {
namespace {

// First descriptor above the standard ones and those moved aside.
constexpr int kAside = 10;
constexpr rlim_t kMostFiles = 32;
constexpr int kNotStarted = 127;

// Everything that the new process needs, made before the fork: between fork
// and exec only calls that are safe in a signal handler are allowed.
struct Start {
  const char* path = nullptr;
  std::vector<char*> arguments;
  std::vector<char*> environment;
  StandardFiles files;
  rlim_t cpu_seconds = 0;
  rlim_t memory_bytes = 0;
  pid_t parent = 0;
};

void Limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  if (setrlimit(resource, &limit) != 0) _exit(kNotStarted);
}

void SetLimits(const Start& start) {
  Limit(RLIMIT_CPU, start.cpu_seconds, start.cpu_seconds + 1);
  Limit(RLIMIT_AS, start.memory_bytes, start.memory_bytes);
  Limit(RLIMIT_FSIZE, 0, 0);
  Limit(RLIMIT_CORE, 0, 0);
  Limit(RLIMIT_NOFILE, kMostFiles, kMostFiles);
}

// Signals that servers block or ignore mean what they mean everywhere.
void ResetSignals() {
  for (const int signal : {SIGPIPE, SIGTERM, SIGINT, SIGXCPU, SIGXFSZ}) {
    struct sigaction usual = {};
    usual.sa_handler = SIG_DFL;
    sigaction(signal, &usual, nullptr);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

void SetFiles(const StandardFiles& files) {
  // Aside first: a descriptor may be one of those that it must not replace.
  const int input = fcntl(files.input, F_DUPFD, kAside);
  const int output = fcntl(files.output, F_DUPFD, kAside);
  const int complaints = fcntl(files.complaints, F_DUPFD, kAside);
  const bool set = dup2(input, STDIN_FILENO) >= 0 &&
                   dup2(output, STDOUT_FILENO) >= 0 &&
                   dup2(complaints, STDERR_FILENO) >= 0;
  if (!set || close_range(STDERR_FILENO + 1, ~0U, 0) != 0) _exit(kNotStarted);
}

[[noreturn]] void Become(const Start& start) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != start.parent) _exit(kNotStarted);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ResetSignals();
  SetFiles(start.files);
  SetLimits(start);
  execve(start.path, start.arguments.data(), start.environment.data());
  _exit(kNotStarted);
}

}  // namespace

ChildProcess::ChildProcess(const std::string& path,
                           const core::ProgramOrder& order,
                           const StandardFiles& files) {
  char language[] = "LC_ALL=C.UTF-8";
  Start start;
  start.path = path.c_str();
  start.arguments.push_back(const_cast<char*>(order.program.c_str()));
  for (const std::string& argument : order.arguments) {
    start.arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  start.arguments.push_back(nullptr);
  start.environment = {language, nullptr};
  start.files = files;
  start.cpu_seconds = static_cast<rlim_t>(order.cpu_seconds);
  start.memory_bytes = static_cast<rlim_t>(order.memory_bytes);
  start.parent = getpid();
  process_ = fork();
  if (process_ == 0) Become(start);
}

ChildProcess::~ChildProcess() { Kill(); }

bool ChildProcess::HasEnded() {
  if (started() && !ended_) {
    ended_ = waitpid(process_, &state_, WNOHANG) == process_;
  }
  return ended_;
}

void ChildProcess::Kill() {
  if (!started() || HasEnded()) return;
  kill(process_, SIGKILL);
  while (waitpid(process_, &state_, 0) < 0 && errno == EINTR) {
  }
  ended_ = true;
}

int ChildProcess::exit_code() const {
  return WIFEXITED(state_) ? WEXITSTATUS(state_) : -1;
}

bool ChildProcess::ran_out_of_time() const {
  return WIFSIGNALED(state_) && WTERMSIG(state_) == SIGXCPU;
}

}  // namespace nianbao::platform
