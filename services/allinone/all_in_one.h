// The four services in one process: the embedded default.
#ifndef NIANBAO_SERVICES_ALLINONE_ALL_IN_ONE_H_
#define NIANBAO_SERVICES_ALLINONE_ALL_IN_ONE_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/channel.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/clock.h"
#include "services/platform/health.h"
#include "services/platform/log.h"
#include "services/platform/module.h"
#include "services/platform/peer_channels.h"
#include "services/platform/program.h"
#include "services/platform/server.h"

namespace nianbao::allinone {

// Which services are mounted.
struct Services {
  bool intake = true;
  bool validation = true;
  bool metrics = true;
  bool report = true;
};

// Mounts intake, validation, metrics and report on one server; they call each
// other through its in-process channel. The same stubs, handlers and errors as
// in four processes. Safe for use from any thread.
class AllInOne : public platform::RunningServer {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    const core::Clock& clock;
    // One line for each call goes here.
    const platform::Log& log;
  };

  // Opens the store and starts the server. It listens at `config.address`, or
  // nowhere where that is empty: then only Channel() reaches it. Calls of
  // services that are not mounted end as Unimplemented. Errors of the store,
  // and Unavailable where the address can't be bound.
  static absl::StatusOr<std::unique_ptr<AllInOne>> Start(
      const nianbao::config::v1::ServerConfig& config, const Deps& deps,
      const Services& services = {});

  // Stops at once: running calls are cancelled and waited for.
  ~AllInOne() override;

  // A channel to the services that touches no network.
  std::shared_ptr<grpc::Channel> Channel();

  int port() const override;
  void Drain(absl::Duration grace) override;

 private:
  AllInOne(const nianbao::config::v1::ServerConfig& config, const Deps& deps);
  absl::Status Mount(const Services& services);

  const nianbao::config::v1::ServerConfig config_;
  const Deps deps_;
  platform::PeerChannels peers_;
  platform::Health health_;
  std::vector<std::unique_ptr<platform::Module>> modules_;
  std::unique_ptr<platform::Server> server_;
};

}  // namespace nianbao::allinone

#endif  // NIANBAO_SERVICES_ALLINONE_ALL_IN_ONE_H_
