// A gRPC server of modules.
#ifndef NIANBAO_SERVICES_PLATFORM_SERVER_H_
#define NIANBAO_SERVICES_PLATFORM_SERVER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/channel.h"
#include "grpcpp/server.h"
#include "services/platform/health.h"
#include "services/platform/log.h"
#include "services/platform/module.h"

namespace nianbao::platform {

// A running server with health, reflection and a line in the log for each
// call; messages are at most kMaxMessageBytes. Safe for use from any thread.
class Server {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const Log& log;
    Health& health;
  };

  // Starts a server that listens at `address`, or nowhere where that is empty;
  // port 0 takes any free one. Unavailable where it can't be bound, such as
  // when another process listens there. The modules outlive the server.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      const std::string& address,
      const std::vector<std::unique_ptr<Module>>& modules, const Deps& deps);

  // Stops at once: running calls are cancelled and waited for.
  ~Server();

  // The port it listens at; zero where it does not.
  int port() const { return port_; }

  // A channel to this server that touches no network.
  std::shared_ptr<grpc::Channel> InProcessChannel();

  // Says that it no longer serves, takes no more calls, and gives running ones
  // `grace` to finish; then they are cancelled. Returns when all are over.
  void Drain(absl::Duration grace);

 private:
  explicit Server(const Deps& deps) : deps_(deps) {}

  const Deps deps_;
  std::vector<Module*> modules_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SERVER_H_
