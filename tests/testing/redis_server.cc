#include "tests/testing/redis_server.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <initializer_list>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::testing {
namespace {

constexpr int kStartMs = 20000;
constexpr int kPortAttempts = 5;
constexpr char kReady[] = "Ready to accept connections";

// A port that is free now; another program may take it before the server does.
int SparePort() {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  int port = 0;
  if (bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
      getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0) {
    port = ntohs(address.sin_port);
  }
  close(fd);
  return port;
}

std::string MakeFolder() {
  std::string pattern =
      (std::filesystem::temp_directory_path() / "nianbao_redis_XXXXXX")
          .string();
  return mkdtemp(pattern.data()) == nullptr ? "" : pattern;
}

// Starts `command` with its output going to `output`; an errno on failure.
int Spawn(std::vector<std::string> command, int output, pid_t& process) {
  std::vector<char*> arguments;
  for (std::string& part : command) arguments.push_back(part.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  const int error = posix_spawnp(&process, arguments[0], &actions, nullptr,
                                 arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

absl::Status SpawnFailed(int error) {
  if (error == ENOENT) {
    return absl::NotFoundError(
        "redis-server is not installed, and this test needs a real one; run "
        "scripts/install_deps.sh");
  }
  return absl::InternalError(
      absl::StrCat("can't start redis-server: ", strerror(error)));
}

}  // namespace

RedisServer::RedisServer(const Options& options, std::string folder, int port)
    : options_(options), folder_(std::move(folder)), port_(port) {}

absl::StatusOr<std::unique_ptr<RedisServer>> RedisServer::Start(
    const Options& options) {
  absl::Status status;
  for (int attempt = 0; attempt < kPortAttempts; ++attempt) {
    const std::string folder = MakeFolder();
    if (folder.empty()) {
      return absl::InternalError("can't make a temporary folder for Redis");
    }
    std::unique_ptr<RedisServer> server(
        new RedisServer(options, folder, SparePort()));
    status = server->Launch();
    if (status.ok()) return server;
    if (absl::IsNotFound(status)) break;
  }
  return status;
}

RedisServer::~RedisServer() {
  Stop();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string RedisServer::address() const {
  return absl::StrCat("127.0.0.1:", port_);
}

void RedisServer::Stop() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
  }
  if (output_ >= 0) close(output_);
  output_ = -1;
}

absl::Status RedisServer::Restart() {
  Stop();
  return Launch();
}

void RedisServer::Freeze() {
  kill(process_, SIGSTOP);
  // Wait until it has stopped, so that no answer slips out.
  waitpid(process_, nullptr, WUNTRACED);
}

void RedisServer::Thaw() { kill(process_, SIGCONT); }

std::vector<std::string> RedisServer::Command() const {
  std::vector<std::string> command = {
      "redis-server", "--bind",     "127.0.0.1",    "--dir", folder_,
      "--save",       "",           "--appendonly", "no",    "--daemonize",
      "no",           "--loglevel", "notice"};
  const auto add = [&](std::initializer_list<std::string> arguments) {
    command.insert(command.end(), arguments);
  };
  if (const Certificates* files = options_.certificates; files != nullptr) {
    add({"--port", "0", "--tls-port", absl::StrCat(port_)});
    add({"--tls-cert-file", files->server_cert(), "--tls-key-file",
         files->server_key(), "--tls-ca-cert-file", files->ca()});
  } else {
    add({"--port", absl::StrCat(port_)});
  }
  command.insert(command.end(), options_.arguments.begin(),
                 options_.arguments.end());
  return command;
}

absl::Status RedisServer::Launch() {
  std::array<int, 2> ends = {-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return absl::InternalError("can't make a pipe");
  }
  output_ = ends[0];
  const int error = Spawn(Command(), ends[1], process_);
  close(ends[1]);
  if (error != 0) {
    process_ = 0;
    Stop();
    return SpawnFailed(error);
  }
  absl::Status ready = AwaitReady();
  if (!ready.ok()) Stop();
  return ready;
}

absl::Status RedisServer::AwaitReady() {
  std::string log;
  std::array<char, 4096> buffer;
  while (log.find(kReady) == std::string::npos) {
    pollfd readable = {.fd = output_, .events = POLLIN, .revents = 0};
    const int polled = poll(&readable, 1, kStartMs);
    if (polled < 0 && errno == EINTR) continue;
    const ssize_t count =
        polled > 0 ? read(output_, buffer.data(), buffer.size()) : 0;
    if (count <= 0) {
      return absl::UnavailableError(absl::StrCat(
          "redis-server on port ", port_, " did not become ready:\n", log));
    }
    log.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return absl::OkStatus();
}

}  // namespace nianbao::testing
