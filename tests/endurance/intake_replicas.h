// Programs of intake that are killed and started again.
#ifndef NIANBAO_TESTS_ENDURANCE_INTAKE_REPLICAS_H_
#define NIANBAO_TESTS_ENDURANCE_INTAKE_REPLICAS_H_

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/platform/peer_channels.h"
#include "tests/testing/server_process.h"

namespace nianbao::testing {

// How long to wait before another try, and for any progress at all.
inline constexpr absl::Duration kPause = absl::Milliseconds(5);
inline constexpr absl::Duration kPatience = absl::Seconds(90);

// Programs of intake over one store, each of which may be gone for a while.
class Replicas {
 public:
  Replicas(std::string flag, std::size_t count)
      : flag_(std::move(flag)), servers_(count), channels_(count) {}

  std::size_t size() const { return servers_.size(); }

  // Kills a replica and starts it again; tries as long as the store needs to
  // recover.
  absl::Status Restart(std::size_t which) {
    Put(which, nullptr);
    const absl::Time until = absl::Now() + kPatience;
    for (;;) {
      auto server = ServerProcess::Start("nianbao-intake", {flag_});
      if (server.ok()) {
        channels_[which].Bind(grpc::CreateCustomChannel(
            (*server)->address(), grpc::InsecureChannelCredentials(),
            platform::PeerChannelArguments()));
        Put(which, *std::move(server));
        return absl::OkStatus();
      }
      if (absl::Now() > until) return server.status();
      absl::SleepFor(kPause);
    }
  }

  // Reads what they log, so that none waits for a reader. To be called again
  // and again, by another thread than the one that restarts them.
  void Drain() {
    const std::lock_guard lock(mutex_);
    for (const auto& server : servers_) {
      if (server != nullptr) server->Output();
    }
  }

  const platform::PeerChannel& channel(std::size_t which) const {
    return channels_[which];
  }

 private:
  void Put(std::size_t which, std::unique_ptr<ServerProcess> server) {
    const std::lock_guard lock(mutex_);
    servers_[which] = std::move(server);
  }

  const std::string flag_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<ServerProcess>> servers_;
  std::vector<platform::PeerChannel> channels_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_ENDURANCE_INTAKE_REPLICAS_H_
