// A service as a part that a program mounts.
#ifndef NIANBAO_SERVICES_PLATFORM_MODULE_H_
#define NIANBAO_SERVICES_PLATFORM_MODULE_H_

#include <cstdint>
#include <string>

#include "grpcpp/server_builder.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/clock.h"
#include "services/platform/health.h"
#include "services/platform/log.h"
#include "services/platform/peer_channels.h"
#include "services/platform/worker_pool.h"

namespace nianbao::platform {

// One service with all it owns: handlers, worker pool, stores. Outlives the
// server that it is mounted on.
class Module {
 public:
  virtual ~Module() = default;

  // Full name of the service, such as "nianbao.intake.v1.Intake".
  virtual std::string ServiceName() const = 0;

  // Puts the service on the server to be built.
  virtual void Register(grpc::ServerBuilder& builder) = 0;

  // Ends streams that would go on for ever, because the server is to stop.
  virtual void Drain() {}
};

// What modules are made from; all outlives them.
struct ModuleContext {
  const core::Catalogue& catalogue;
  const nianbao::config::v1::ServerConfig& config;
  const core::Clock& clock;
  const Log& log;
  Health& health;
  PeerChannels& peers;
};

// Sizes of a module's own pool. Each module has one, because a call that waits
// for another module must not hold the threads that this one needs.
inline WorkerPool::Options PoolOptions(
    const nianbao::config::v1::ServerConfig& config) {
  return {.threads = config.limits().worker_threads(),
          .max_waiting = config.limits().max_queued_calls()};
}

// Bytes of a document with its facts, checks and figures that a stream may
// bring at most: read, a file grows by places and intervals.
inline std::int64_t MaterialBytes(
    const nianbao::config::v1::ServerConfig& config) {
  return 8 * config.limits().max_file_bytes();
}

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_MODULE_H_
