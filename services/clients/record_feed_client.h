// Intake's record over gRPC.
#ifndef NIANBAO_SERVICES_CLIENTS_RECORD_FEED_CLIENT_H_
#define NIANBAO_SERVICES_CLIENTS_RECORD_FEED_CLIENT_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "services/clients/call_policy.h"
#include "services/core/ports/record_feed.h"
#include "services/platform/peer_channels.h"

namespace nianbao::clients {

// Watches intake. Safe for use from any thread.
class RecordFeedClient : public core::RecordFeed {
 public:
  // What it works with; the channel outlives it. The policy is for lists; a
  // watch has no deadline and is tried once.
  struct Deps {
    const platform::PeerChannel& channel;
    CallPolicy policy;
  };

  explicit RecordFeedClient(Deps deps) : deps_(std::move(deps)) {}

  // Waits for intake to be reachable no longer than it takes to find that it
  // is not.
  std::unique_ptr<core::SubmissionWatch> Watch(
      const nianbao::intake::v1::WatchSubmissionsRequest& request) override;

  // All pages of one moment: read again where an import comes between; Aborted
  // where that goes on.
  absl::StatusOr<core::OrganisationList> ListOrganisations() override;

 private:
  absl::StatusOr<nianbao::intake::v1::ListOrganisationsResponse> ListPage(
      const std::string& page_token);

  const Deps deps_;
};

}  // namespace nianbao::clients

#endif  // NIANBAO_SERVICES_CLIENTS_RECORD_FEED_CLIENT_H_
