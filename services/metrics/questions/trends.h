// Use case: indicators over the editions.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_TRENDS_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_TRENDS_H_

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/trends.pb.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Answers ListTrends from one snapshot. A change is that of the schools that
// reported in both editions: of a school that others were merged into, all of
// them must have reported before. InvalidArgument names what is wrong.
absl::StatusOr<nianbao::metrics::v1::ListTrendsResponse> ListTrends(
    const Snapshot& snapshot,
    const nianbao::metrics::v1::ListTrendsRequest& request);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_TRENDS_H_
