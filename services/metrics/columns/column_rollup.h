// Rollups over columns.
#ifndef NIANBAO_SERVICES_METRICS_COLUMNS_COLUMN_ROLLUP_H_
#define NIANBAO_SERVICES_METRICS_COLUMNS_COLUMN_ROLLUP_H_

#include <cstdint>
#include <vector>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/rollup.h"
#include "services/metrics/school_groups.h"

namespace nianbao::metrics {

// The sums of each group, as Rollup::Add makes them school by school.
std::vector<RollupSums> SumGroups(const Rollup& rollup, SeriesEngine& engine,
                                  const std::vector<SchoolGroup>& groups);

// The aggregates of each group, as Rollup::Result makes them of its sums: all
// groups at once, in integers where they hold them.
std::vector<nianbao::metrics::v1::QueryAggregatesResponse::Aggregate>
RollUpGroups(const Rollup& rollup, SeriesEngine& engine,
             const std::vector<SchoolGroup>& groups);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COLUMNS_COLUMN_ROLLUP_H_
