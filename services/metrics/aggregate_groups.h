// Aggregates of groups of schools.
#ifndef NIANBAO_SERVICES_METRICS_AGGREGATE_GROUPS_H_
#define NIANBAO_SERVICES_METRICS_AGGREGATE_GROUPS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/school_groups.h"

namespace nianbao::metrics {

// A response with the groups' aggregates alone. The request was checked; errors
// can only be those of a filter or rollup that was not.
absl::StatusOr<nianbao::metrics::v1::QueryAggregatesResponse> AggregateGroups(
    const nianbao::metrics::v1::QueryAggregatesRequest& request,
    const std::vector<SchoolGroup>& groups, SeriesEngine& engine);

// Leaves the page that is asked for; returns the next one's token.
std::string CutPage(const nianbao::metrics::v1::QueryAggregatesRequest& request,
                    std::vector<SchoolGroup>& groups);
std::string CutPage(const nianbao::metrics::v1::QueryAggregatesRequest& request,
                    nianbao::metrics::v1::QueryAggregatesResponse& response);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_AGGREGATE_GROUPS_H_
