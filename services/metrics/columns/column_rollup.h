// Rollups over columns.
#ifndef NIANBAO_SERVICES_METRICS_COLUMNS_COLUMN_ROLLUP_H_
#define NIANBAO_SERVICES_METRICS_COLUMNS_COLUMN_ROLLUP_H_

#include <cstdint>
#include <vector>

#include "services/metrics/columns/series_engine.h"
#include "services/metrics/rollup.h"
#include "services/metrics/school_groups.h"

namespace nianbao::metrics {

// The sums of each group, as Rollup::Add makes them school by school.
std::vector<RollupSums> SumGroups(const Rollup& rollup, SeriesEngine& engine,
                                  const std::vector<SchoolGroup>& groups);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COLUMNS_COLUMN_ROLLUP_H_
