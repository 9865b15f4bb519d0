#include "tests/testing/postgres_server.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "tests/testing/command.h"
#include "tests/testing/postgres_sql.h"

namespace nianbao::testing {
namespace {

namespace fs = std::filesystem;

constexpr char kInstalled[] = "/usr/lib/postgresql";
constexpr char kUser[] = "postgres";
constexpr int kStartMs = 60000;
constexpr int kStepMs = 20;

// The folder with initdb and postgres, of the newest version; empty for none.
std::string FindPrograms() {
  std::error_code ignored;
  std::string found;
  int newest = 0;
  for (const auto& entry : fs::directory_iterator(kInstalled, ignored)) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (version > newest && fs::exists(entry.path() / "bin/initdb")) {
      newest = version;
      found = entry.path() / "bin";
    }
  }
  return found;
}

// `command` as the user that may run PostgreSQL.
std::vector<std::string> AsServerUser(std::vector<std::string> command) {
  std::vector<std::string> whole = {"/usr/bin/setpriv", "--pdeathsig=QUIT"};
  if (geteuid() == 0) {
    for (const char* flag : {"--reuid=postgres", "--regid=postgres",
                             "--clear-groups", "--reset-env"}) {
      whole.push_back(flag);
    }
  }
  whole.push_back("--");
  whole.insert(whole.end(), command.begin(), command.end());
  return whole;
}

absl::StatusOr<std::string> MakeFolder() {
  std::string pattern =
      (fs::temp_directory_path() / "nianbao_postgres_XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    return absl::InternalError("can't make a temporary folder for PostgreSQL");
  }
  if (geteuid() != 0) return pattern;
  const passwd* user = getpwnam(kUser);
  if (user == nullptr ||
      chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0) {
    return absl::InternalError(
        "can't give a folder to the user \"postgres\", as whom the server "
        "runs where tests run as root");
  }
  return pattern;
}

int Spawn(std::vector<std::string> command, const std::string& log,
          pid_t& process) {
  std::vector<char*> arguments;
  for (std::string& part : command) arguments.push_back(part.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0644);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  const int error = posix_spawn(&process, arguments[0], &actions, nullptr,
                                arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

// glibc 2.36 declares these two for C only.
int OpenProcess(pid_t process) {
  return static_cast<int>(syscall(SYS_pidfd_open, process, 0));
}

void KillProcess(int handle) {
  syscall(SYS_pidfd_send_signal, handle, SIGKILL, nullptr, 0);
}

// Waits until the process is gone; whether it is, after `wait_ms`.
bool AwaitEnd(int handle, int wait_ms) {
  pollfd ended = {.fd = handle, .events = POLLIN, .revents = 0};
  return poll(&ended, 1, wait_ms) > 0;
}

// Handles of the processes that `parent` has started.
std::vector<int> ChildrenOf(pid_t parent) {
  std::ifstream list(
      absl::StrCat("/proc/", parent, "/task/", parent, "/children"));
  std::vector<int> handles;
  pid_t child = 0;
  while (list >> child) {
    const int handle = OpenProcess(child);
    if (handle >= 0) handles.push_back(handle);
  }
  return handles;
}

}  // namespace

PostgresServer::PostgresServer(std::string folder, std::string programs,
                               std::vector<std::string> settings)
    : folder_(std::move(folder)),
      programs_(std::move(programs)),
      settings_(std::move(settings)) {}

absl::StatusOr<std::unique_ptr<PostgresServer>> PostgresServer::Start(
    const std::vector<std::string>& settings) {
  const std::string programs = FindPrograms();
  if (programs.empty()) {
    return absl::NotFoundError(
        absl::StrCat("no PostgreSQL under ", kInstalled,
                     ", and this test needs a real one; run "
                     "scripts/install_deps.sh"));
  }
  NIANBAO_ASSIGN_OR_RETURN(const std::string folder, MakeFolder());
  std::unique_ptr<PostgresServer> server(
      new PostgresServer(folder, programs, settings));
  NIANBAO_RETURN_IF_ERROR(server->InitData());
  NIANBAO_RETURN_IF_ERROR(server->Launch());
  return server;
}

PostgresServer::~PostgresServer() {
  Kill();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string PostgresServer::connection(const std::string& database) const {
  return absl::StrCat("host=", folder_, " user=", kUser, " dbname=", database);
}

void PostgresServer::Kill() {
  if (process_ <= 0) return;
  // Stopped, it starts no child while its children are listed.
  kill(process_, SIGSTOP);
  waitpid(process_, nullptr, WUNTRACED);
  const std::vector<int> children = ChildrenOf(process_);
  kill(process_, SIGKILL);
  for (const int child : children) KillProcess(child);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  for (const int child : children) {
    AwaitEnd(child, kStartMs);
    close(child);
  }
  process_ = 0;
}

absl::Status PostgresServer::Restart() {
  Kill();
  return Launch();
}

bool PostgresServer::KillBackend() {
  const auto sql = PostgresSql::Open(connection());
  if (!sql.ok()) return false;
  const auto rows = (*sql)->Run(
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
      "AND pid <> pg_backend_pid() LIMIT 1");
  if (!rows.ok() || rows->empty()) return false;
  return kill(std::atoi((*rows)[0][0].c_str()), SIGKILL) == 0;
}

absl::Status PostgresServer::InitData() {
  const CommandResult made = RunCommand(
      AsServerUser({programs_ + "/initdb", "--pgdata", folder_ + "/data",
                    "--auth=trust", "--username", kUser, "--encoding=UTF8",
                    "--locale=C.UTF-8", "--no-sync", "--no-instructions"}));
  if (made.exit_code == 0) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("initdb failed in ", folder_, ":\n", made.out, made.err));
}

absl::Status PostgresServer::Launch() {
  std::vector<std::string> command = {programs_ + "/postgres",
                                      "-D",
                                      folder_ + "/data",
                                      "-c",
                                      "unix_socket_directories=" + folder_,
                                      "-c",
                                      "listen_addresses="};
  for (const std::string& setting : settings_) {
    command.push_back("-c");
    command.push_back(setting);
  }
  const int error =
      Spawn(AsServerUser(std::move(command)), folder_ + "/log", process_);
  if (error != 0) {
    process_ = 0;
    return absl::InternalError(
        absl::StrCat("can't start postgres: ", strerror(error)));
  }
  return AwaitReady();
}

absl::Status PostgresServer::AwaitReady() {
  const int handle = OpenProcess(process_);
  for (int waited = 0; waited < kStartMs; waited += kStepMs) {
    if (PQping(connection().c_str()) == PQPING_OK) {
      close(handle);
      return absl::OkStatus();
    }
    if (AwaitEnd(handle, kStepMs)) break;
  }
  close(handle);
  return absl::UnavailableError(
      absl::StrCat("postgres in ", folder_, " did not start:\n", Log()));
}

std::string PostgresServer::Log() const {
  std::ifstream file(folder_ + "/log");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace nianbao::testing
