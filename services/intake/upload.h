// Use case: a school's report is read and stored.
#ifndef NIANBAO_SERVICES_INTAKE_UPLOAD_H_
#define NIANBAO_SERVICES_INTAKE_UPLOAD_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/submission_store.h"
#include "services/intake/organisations/organisation_registry.h"
#include "services/intake/report_reader.h"

namespace nianbao::intake {

// OK where the catalogue has the edition; InvalidArgument names `field` and
// the editions there are.
absl::Status CheckEdition(const core::Catalogue& catalogue,
                          const std::string& field, const std::string& edition);

// OK where edition and region are known and the school's code can be one of
// that region: ten digits, "36" for secondary vocational schools, then the two
// digits of the region's province. InvalidArgument says what is wrong.
absl::Status CheckUploadHeader(const core::Catalogue& catalogue,
                               const nianbao::intake::v1::UploadHeader& header);

// OK where the registry of organisations does not know the school, or as open
// at some time from the edition's data year to its publication. Otherwise
// FailedPrecondition with reason SCHOOL_NOT_OPEN.
absl::Status CheckSchoolOpen(const core::Catalogue& catalogue,
                             const core::OrganisationTree& organisations,
                             const std::string& school,
                             const std::string& edition);

// Stores uploads. Safe for use from any thread.
class Uploads {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const ReportReader& reader;
    core::SubmissionStore& store;
    OrganisationRegistry& organisations;
    const core::Catalogue& catalogue;
  };

  explicit Uploads(Deps deps) : deps_(deps) {}

  // Reads `bytes` and stores them with what they say as a new version; on disk
  // when this returns OK, and nothing is kept otherwise. Errors of ReportReader
  // and the store; FailedPrecondition where the registry of organisations knows
  // the school, but not as open in the edition's years; Cancelled where
  // `cancelled` says after reading that the caller is gone, whose file may not
  // be whole.
  absl::StatusOr<nianbao::intake::v1::Submission> Store(
      const nianbao::intake::v1::UploadHeader& header, const std::string& bytes,
      const std::function<bool()>& cancelled) const;

 private:
  const Deps deps_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_UPLOAD_H_
