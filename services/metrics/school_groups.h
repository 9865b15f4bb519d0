// Schools in groups.
#ifndef NIANBAO_SERVICES_METRICS_SCHOOL_GROUPS_H_
#define NIANBAO_SERVICES_METRICS_SCHOOL_GROUPS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Rows of a table that are told of together.
struct SchoolGroup {
  // Code of the region, class or school; empty for all schools and where it is
  // not known.
  std::string code;
  // For people.
  std::string title;
  // In the order of schools' codes.
  std::vector<std::uint32_t> rows;
};

// Groups in the order of their codes, schools of no known region or class last.
// Without grouping there is exactly one, even of no schools. `rows` are in the
// order of schools' codes.
std::vector<SchoolGroup> GroupSchools(
    const Snapshot& snapshot, const EditionTable& table,
    const std::vector<std::uint32_t>& rows,
    nianbao::metrics::v1::QueryAggregatesRequest::GroupBy group_by);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SCHOOL_GROUPS_H_
