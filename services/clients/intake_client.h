// Intake over gRPC.
#ifndef NIANBAO_SERVICES_CLIENTS_INTAKE_CLIENT_H_
#define NIANBAO_SERVICES_CLIENTS_INTAKE_CLIENT_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "services/clients/call_policy.h"
#include "services/core/ports/peers.h"
#include "services/platform/peer_channels.h"

namespace nianbao::clients {

// Calls intake. Safe for use from any thread.
class IntakeClient : public core::IntakePeer {
 public:
  // What it works with; the channel outlives it.
  struct Deps {
    const platform::PeerChannel& channel;
    CallPolicy policy;
  };

  explicit IntakeClient(Deps deps) : deps_(std::move(deps)) {}

  absl::StatusOr<nianbao::intake::v1::Submission> GetSubmission(
      const std::string& name) override;
  // All pages of one moment: read again where a submission comes between;
  // Aborted where that goes on.
  absl::StatusOr<core::SubmissionList> ListSubmissions(
      const std::string& edition) override;
  absl::StatusOr<nianbao::document::v1::Document> GetDocument(
      const std::string& name) override;
  absl::StatusOr<core::Facts> GetFacts(const std::string& name) override;

 private:
  absl::StatusOr<nianbao::intake::v1::ListSubmissionsResponse> ListPage(
      const std::string& edition, const std::string& page_token);

  const Deps deps_;
};

}  // namespace nianbao::clients

#endif  // NIANBAO_SERVICES_CLIENTS_INTAKE_CLIENT_H_
