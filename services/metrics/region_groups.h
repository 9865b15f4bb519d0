// Schools by region.
#ifndef NIANBAO_SERVICES_METRICS_REGION_GROUPS_H_
#define NIANBAO_SERVICES_METRICS_REGION_GROUPS_H_

#include <string>
#include <vector>

#include "nianbao/intake/v1/intake.pb.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::metrics {

// The schools of a region.
struct RegionGroup {
  // Region code; empty for all schools, and for schools of no known region.
  std::string region;
  // For people.
  std::string title;
  std::vector<const nianbao::intake::v1::Submission*> submissions;
};

// Groups in the order of their codes, schools of no known region last. Without
// grouping there is exactly one, even of no schools. Pointers are into
// `submissions`.
std::vector<RegionGroup> GroupByRegion(
    const core::Catalogue& catalogue,
    const std::vector<nianbao::intake::v1::Submission>& submissions,
    nianbao::metrics::v1::QueryAggregatesRequest::GroupBy group_by);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_REGION_GROUPS_H_
