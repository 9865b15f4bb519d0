// Calls to metrics.
#ifndef NIANBAO_SERVICES_CLI_METRICS_CALLS_H_
#define NIANBAO_SERVICES_CLI_METRICS_CALLS_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/cli/reading.h"
#include "services/cli/session.h"

namespace nianbao::cli {

// Computes the derived indicators of what was read. Errors of the service.
absl::StatusOr<nianbao::metrics::v1::ComputeIndicatorsResponse>
ComputeIndicators(const Reading& reading, Session& session);

// The titles of all indicators by code. Errors of the service.
absl::StatusOr<std::map<std::string, nianbao::catalogue::v1::Text>>
ListIndicatorTitles(Session& session);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_METRICS_CALLS_H_
