// Use case: a school beside its peers and the standards.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_COMPARISON_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_COMPARISON_H_

#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/comparison.pb.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Answers CompareSchool from one snapshot. InvalidArgument names what is wrong;
// NotFound where the edition has no such school.
absl::StatusOr<nianbao::metrics::v1::CompareSchoolResponse> CompareSchool(
    const Snapshot& snapshot,
    const nianbao::metrics::v1::CompareSchoolRequest& request);

// The indicator that schools are measured by: the count that most amounts per
// head of the catalogue are divided by. Empty where there is none.
std::string SizeIndicator(const core::Catalogue& catalogue);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_COMPARISON_H_
