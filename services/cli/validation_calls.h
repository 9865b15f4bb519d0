// Calls to validation.
#ifndef NIANBAO_SERVICES_CLI_VALIDATION_CALLS_H_
#define NIANBAO_SERVICES_CLI_VALIDATION_CALLS_H_

#include "absl/status/statusor.h"
#include "services/cli/reading.h"
#include "services/cli/session.h"
#include "services/core/ports/peers.h"

namespace nianbao::cli {

// Checks what was read. InvalidArgument with reason NO_FACTS where that
// has no facts: nothing checked is no pass. Errors of the service.
absl::StatusOr<core::CheckResult> CheckReading(const Reading& reading,
                                               Session& session);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_VALIDATION_CALLS_H_
