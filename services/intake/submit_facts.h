// Use case: schools' facts are stored without documents.
#ifndef NIANBAO_SERVICES_INTAKE_SUBMIT_FACTS_H_
#define NIANBAO_SERVICES_INTAKE_SUBMIT_FACTS_H_

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/submission_store.h"
#include "services/intake/organisations/organisation_registry.h"

namespace nianbao::intake {

// Stores typed facts. Safe for use from any thread.
class FactSubmissions {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::SubmissionStore& store;
    OrganisationRegistry& organisations;
  };

  explicit FactSubmissions(const Deps& deps) : deps_(deps) {}

  // Stores the facts as a new version, on disk when this returns OK; only
  // checks them where the request says so, and then gives a submission without
  // name and version. InvalidArgument lists every problem.
  absl::StatusOr<nianbao::intake::v1::Submission> Store(
      const nianbao::intake::v1::SubmitFactsRequest& request) const;

  // The same for many: all or none are stored.
  absl::StatusOr<nianbao::intake::v1::BatchSubmitFactsResponse> StoreAll(
      const nianbao::intake::v1::BatchSubmitFactsRequest& request) const;

 private:
  const Deps deps_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_SUBMIT_FACTS_H_
