// What every server program does around its server.
#ifndef NIANBAO_SERVICES_PLATFORM_PROGRAM_H_
#define NIANBAO_SERVICES_PLATFORM_PROGRAM_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/clock.h"
#include "services/platform/log.h"
#include "services/platform/module.h"

namespace nianbao::platform {

// A server that runs until it is drained.
class RunningServer {
 public:
  virtual ~RunningServer() = default;

  // The port it listens at; zero where it does not.
  virtual int port() const = 0;

  // Takes no more calls and gives running ones `grace` to finish.
  virtual void Drain(absl::Duration grace) = 0;
};

// What a server is started from; all outlives it.
struct ServerContext {
  const nianbao::config::v1::ServerConfig& config;
  const core::Catalogue& catalogue;
  const core::Clock& clock;
  const Log& log;
};

using StartServer =
    std::function<absl::StatusOr<std::unique_ptr<RunningServer>>(
        const ServerContext&)>;

// A server program.
struct Program {
  // Name for messages, such as "nianbao-intake".
  std::string name;
  // Address where none is configured.
  std::string address;
  StartServer start;
};

// Exit codes of RunProgram.
inline constexpr int kExitStopped = 0;
inline constexpr int kExitNotStarted = 1;
inline constexpr int kExitWrongConfig = 2;

// Reads the configuration, loads the catalogue, starts the server, says where
// it listens and waits for SIGTERM or SIGINT; then drains. Gives the exit
// code. `arguments` are without the program's name. To be called before the
// process has other threads.
int RunProgram(const Program& program,
               const std::vector<std::string>& arguments);

// Makes a module.
using MakeModule = std::function<absl::StatusOr<std::unique_ptr<Module>>(
    const ModuleContext&)>;

// Starts a server of one module whose peers are at the configured addresses.
StartServer StartModule(MakeModule make);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_PROGRAM_H_
