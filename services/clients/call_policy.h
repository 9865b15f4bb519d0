// How a service calls its peers.
#ifndef NIANBAO_SERVICES_CLIENTS_CALL_POLICY_H_
#define NIANBAO_SERVICES_CLIENTS_CALL_POLICY_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/status.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/platform/peer_channels.h"

namespace nianbao::clients {

// The one policy of all calls between services. Each try gets a deadline: the
// policy's, or the rest of the call that is being answered on this thread where
// that is less; its cancellation and correlation id go along too. Calls here
// only read, so one that finds the peer unavailable is tried again, three times
// in all, with a growing pause.
class CallPolicy {
 public:
  // `sleep` waits between tries; a test's need not.
  explicit CallPolicy(
      absl::Duration timeout,
      std::function<void(absl::Duration)> sleep = SleepOnThread);

  // One try of a call.
  using Try =
      std::function<grpc::Status(const std::shared_ptr<grpc::Channel>& channel,
                                 grpc::ClientContext& context)>;

  // Calls `peer`, named in messages, until it succeeds or the policy gives up.
  // The error is the peer's with its info; Unavailable where the peer is not
  // bound or can't be reached, which names it.
  absl::Status Call(const std::string& name, const platform::PeerChannel& peer,
                    const Try& once) const;

 private:
  static void SleepOnThread(absl::Duration pause);
  absl::Status CallOnce(const std::string& name,
                        const platform::PeerChannel& peer,
                        const Try& once) const;

  const absl::Duration timeout_;
  const std::function<void(absl::Duration)> sleep_;
};

// The policy that the configuration asks for.
CallPolicy PolicyOf(const nianbao::config::v1::ServerConfig& config);

}  // namespace nianbao::clients

#endif  // NIANBAO_SERVICES_CLIENTS_CALL_POLICY_H_
