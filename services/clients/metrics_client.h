// Metrics over gRPC.
#ifndef NIANBAO_SERVICES_CLIENTS_METRICS_CLIENT_H_
#define NIANBAO_SERVICES_CLIENTS_METRICS_CLIENT_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "services/clients/call_policy.h"
#include "services/core/ports/peers.h"
#include "services/platform/peer_channels.h"

namespace nianbao::clients {

// Calls metrics. Safe for use from any thread.
class MetricsClient : public core::MetricsPeer {
 public:
  // What it works with; the channel outlives it.
  struct Deps {
    const platform::PeerChannel& channel;
    CallPolicy policy;
  };

  explicit MetricsClient(Deps deps) : deps_(std::move(deps)) {}

  absl::StatusOr<nianbao::metrics::v1::ComputeIndicatorsResponse>
  ComputeIndicators(const std::string& edition, const core::Facts& facts,
                    const std::string& region,
                    const std::string& school_class) override;

 private:
  const Deps deps_;
};

}  // namespace nianbao::clients

#endif  // NIANBAO_SERVICES_CLIENTS_METRICS_CLIENT_H_
