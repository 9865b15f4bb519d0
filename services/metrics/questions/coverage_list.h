// Use case: who has filed.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_COVERAGE_LIST_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_COVERAGE_LIST_H_

#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/coverage.pb.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Answers ListCoverage from one snapshot; the page begins behind the school
// `after`, and `last` becomes the last school of it where others follow.
// InvalidArgument names what is wrong.
absl::StatusOr<nianbao::metrics::v1::ListCoverageResponse> ListCoverage(
    const Snapshot& snapshot,
    const nianbao::metrics::v1::ListCoverageRequest& request,
    const std::string& after, std::string& last);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_COVERAGE_LIST_H_
