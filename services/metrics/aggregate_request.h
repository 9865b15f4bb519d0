// Requests for aggregates, checked.
#ifndef NIANBAO_SERVICES_METRICS_AGGREGATE_REQUEST_H_
#define NIANBAO_SERVICES_METRICS_AGGREGATE_REQUEST_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/core/rational.h"
#include "services/metrics/indicator_plan.h"

namespace nianbao::metrics {

// InvalidArgument names what is wrong with the request, but for its filter.
absl::Status CheckAggregateRequest(
    const core::Catalogue& catalogue, const IndicatorPlans& plans,
    const nianbao::metrics::v1::QueryAggregatesRequest& request);

// Whether schools' own figures are needed beside the totals.
bool NeedsFigures(const nianbao::metrics::v1::QueryAggregatesRequest& request);

// Ends of bins. InvalidArgument where one is no number or they don't rise.
absl::StatusOr<std::vector<core::Rational>> BinEnds(
    const nianbao::metrics::v1::QueryAggregatesRequest& request);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_AGGREGATE_REQUEST_H_
