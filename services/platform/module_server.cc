#include <utility>

#include "services/core/errors.h"
#include "services/platform/program.h"
#include "services/platform/server.h"

namespace nianbao::platform {
namespace {

// A server of one module.
class ModuleServer : public RunningServer {
 public:
  static absl::StatusOr<std::unique_ptr<RunningServer>> Start(
      const MakeModule& make, const ServerContext& context) {
    auto running = std::make_unique<ModuleServer>();
    running->peers_.Dial(context.config.peers());
    NIANBAO_ASSIGN_OR_RETURN(
        auto module, make({context.catalogue, context.config, context.clock,
                           context.log, running->health_, running->peers_}));
    running->modules_.push_back(std::move(module));
    NIANBAO_ASSIGN_OR_RETURN(
        running->server_,
        Server::Start(context.config.address(), running->modules_,
                      {context.log, running->health_}));
    return std::unique_ptr<RunningServer>(std::move(running));
  }

  int port() const override { return server_->port(); }
  void Drain(absl::Duration grace) override { server_->Drain(grace); }

 private:
  PeerChannels peers_;
  Health health_;
  std::vector<std::unique_ptr<Module>> modules_;
  std::unique_ptr<Server> server_;
};

}  // namespace

StartServer StartModule(MakeModule make) {
  return [make = std::move(make)](const ServerContext& context) {
    return ModuleServer::Start(make, context);
  };
}

}  // namespace nianbao::platform
