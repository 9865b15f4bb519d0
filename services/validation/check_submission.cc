#include "services/validation/check_submission.h"

#include "services/core/errors.h"
#include "services/validation/other_submissions.h"

namespace nianbao::validation {

absl::StatusOr<core::CheckResult> CheckSubmission(
    const core::Catalogue& catalogue, const DocumentChecker& checker,
    core::IntakePeer& intake, const std::string& name) {
  NIANBAO_ASSIGN_OR_RETURN(const auto submission, intake.GetSubmission(name));
  // From here by the name with the version, should a newer one come between.
  NIANBAO_ASSIGN_OR_RETURN(const auto document,
                           intake.GetDocument(submission.name()));
  NIANBAO_ASSIGN_OR_RETURN(const core::Facts facts,
                           intake.GetFacts(submission.name()));
  NIANBAO_ASSIGN_OR_RETURN(const Surroundings surroundings,
                           SurroundingsOf(catalogue, intake, submission));
  return checker.Check(submission.edition(), document, facts, surroundings);
}

}  // namespace nianbao::validation
