#include "services/platform/program.h"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "services/core/errors.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/config.h"
#include "services/platform/shutdown_signals.h"
#include "services/platform/system_clock.h"

namespace nianbao::platform {
namespace {

using nianbao::config::v1::ServerConfig;

// Errors before there is a server go to people, not to the log.
int Fail(const Program& program, const absl::Status& status, int exit_code) {
  std::fprintf(stderr, "%s: %s\n", program.name.c_str(),
               std::string(status.message()).c_str());
  return exit_code;
}

absl::Status WritePort(const std::string& path, int port) {
  if (path.empty()) return absl::OkStatus();
  // A reader must never see the file half-written.
  const std::string half = path + ".part";
  std::ofstream file(half);
  file << port << "\n";
  file.close();
  if (file && std::rename(half.c_str(), path.c_str()) == 0) {
    return absl::OkStatus();
  }
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("--port-file ", path,
                   ": can't be written; is the folder there and writable?"),
      {.reason = "PORT_FILE_NOT_WRITTEN", .metadata = {{"file", path}}});
}

// The host of the configured address with the port that was taken.
std::string BoundAddress(const ServerConfig& config, int port) {
  return absl::StrCat(config.address().substr(0, config.address().rfind(':')),
                      ":", port);
}

int Serve(const Program& program, const Invocation& invocation,
          const core::Catalogue& catalogue, ShutdownSignals& signals) {
  const SystemClock clock;
  const Log log(stderr, clock);
  const ServerConfig& config = invocation.config;
  absl::StatusOr<std::unique_ptr<RunningServer>> server =
      program.start({config, catalogue, clock, log});
  if (!server.ok()) return Fail(program, server.status(), kExitNotStarted);
  const absl::Status port_written =
      WritePort(invocation.port_file, (*server)->port());
  if (!port_written.ok()) return Fail(program, port_written, kExitNotStarted);
  log.Write(LogLevel::kInfo, "listening",
            {{"program", program.name},
             {"address", BoundAddress(config, (*server)->port())},
             {"port", std::int64_t{(*server)->port()}},
             {"catalogue_revision", catalogue.revision()}});
  const char* signal = signals.Wait();
  log.Write(LogLevel::kInfo, "draining",
            {{"program", program.name}, {"signal", signal}});
  (*server)->Drain(absl::Milliseconds(config.limits().drain_ms()));
  log.Write(LogLevel::kInfo, "stopped", {{"program", program.name}});
  return kExitStopped;
}

}  // namespace

int RunProgram(const Program& program,
               const std::vector<std::string>& arguments) {
  // Debian's Abseil looks for deadlocks at every lock of gRPC's, which takes a
  // twentieth of a server's processor time.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  ShutdownSignals signals;
  ServerConfig defaults = DefaultConfig();
  defaults.set_address(program.address);
  const absl::StatusOr<Invocation> invocation =
      ReadInvocation(defaults, arguments, ProcessEnvironment());
  if (!invocation.ok()) {
    return Fail(program, invocation.status(), kExitWrongConfig);
  }
  if (invocation->help) {
    std::fputs(HelpText(program.name, defaults).c_str(), stdout);
    return kExitStopped;
  }
  const auto catalogue =
      LoadCatalogue(invocation->config.catalogue(), DeployedCatalogue());
  if (!catalogue.ok()) {
    return Fail(program, catalogue.status(), kExitWrongConfig);
  }
  return Serve(program, *invocation, **catalogue, signals);
}

}  // namespace nianbao::platform
