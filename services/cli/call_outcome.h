// What came of a call.
#ifndef NIANBAO_SERVICES_CLI_CALL_OUTCOME_H_
#define NIANBAO_SERVICES_CLI_CALL_OUTCOME_H_

#include <string>

#include "absl/status/status.h"
#include "grpcpp/support/status.h"

namespace nianbao::cli {

// The service's own error, with its reason and metadata. Where the call did
// not get through, the same code with an error of ours that names `address`,
// or this process where it is empty, and says what to try.
absl::Status CallOutcome(const grpc::Status& status,
                         const std::string& address);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_CALL_OUTCOME_H_
