// Use case: a stored submission is checked.
#ifndef NIANBAO_SERVICES_VALIDATION_CHECK_SUBMISSION_H_
#define NIANBAO_SERVICES_VALIDATION_CHECK_SUBMISSION_H_

#include <string>

#include "absl/status/statusor.h"
#include "services/core/ports/peers.h"
#include "services/validation/check_document.h"

namespace nianbao::validation {

// Fetches the submission of that name, document and facts of one version, and
// checks them beside the school's earlier submissions and other schools'.
// Errors of intake and the checker. Safe from any thread; blocks on intake.
absl::StatusOr<core::CheckResult> CheckSubmission(
    const core::Catalogue& catalogue, const DocumentChecker& checker,
    core::IntakePeer& intake, const std::string& name);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHECK_SUBMISSION_H_
