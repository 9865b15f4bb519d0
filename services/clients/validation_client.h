// Validation over gRPC.
#ifndef NIANBAO_SERVICES_CLIENTS_VALIDATION_CLIENT_H_
#define NIANBAO_SERVICES_CLIENTS_VALIDATION_CLIENT_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "services/clients/call_policy.h"
#include "services/core/ports/peers.h"
#include "services/platform/peer_channels.h"

namespace nianbao::clients {

// Calls validation. Safe for use from any thread.
class ValidationClient : public core::ValidationPeer {
 public:
  // What it works with; the channel outlives it.
  struct Deps {
    const platform::PeerChannel& channel;
    CallPolicy policy;
  };

  explicit ValidationClient(Deps deps) : deps_(std::move(deps)) {}

  absl::StatusOr<core::CheckResult> CheckSubmission(
      const std::string& name) override;

 private:
  const Deps deps_;
};

}  // namespace nianbao::clients

#endif  // NIANBAO_SERVICES_CLIENTS_VALIDATION_CLIENT_H_
