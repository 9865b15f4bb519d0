// Keys of cached aggregates.
#ifndef NIANBAO_SERVICES_METRICS_AGGREGATE_KEY_H_
#define NIANBAO_SERVICES_METRICS_AGGREGATE_KEY_H_

#include <string>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/metrics/snapshot/data_version.h"

namespace nianbao::metrics {

// The key of the answer to `request` where `version` is the last change that it
// rests on, such as
// "nianbao:v2:aggregate:5f0c…:2021:r17-9d2e…:county:full_time_students:8c1d…".
// It names everything: catalogue, edition, data, and as a hash the query in
// normal form with the whole catalogue revision; grouping and indicators are
// for people to read. "v2" changes when
// the same input comes to be answered differently.
std::string AggregateKey(
    const nianbao::metrics::v1::QueryAggregatesRequest& request,
    const DataVersion& version, const std::string& catalogue_revision);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_AGGREGATE_KEY_H_
