// How schools of a snapshot stand to standards.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_STANDARDS_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_STANDARDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/comparison.pb.h"
#include "nianbao/metrics/v1/coverage.pb.h"
#include "services/metrics/questions/school_values.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Standards that apply to the school of the row and are about the indicator.
std::vector<nianbao::metrics::v1::StandardState> StandardStates(
    const core::Catalogue& catalogue, SchoolValues& school, std::size_t row,
    const std::string& indicator);

// Answers GetStandardAttainment from one snapshot. Schools that have not filed
// are open. InvalidArgument names what is wrong.
absl::StatusOr<nianbao::metrics::v1::GetStandardAttainmentResponse>
GetStandardAttainment(
    const Snapshot& snapshot,
    const nianbao::metrics::v1::GetStandardAttainmentRequest& request);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_STANDARDS_H_
