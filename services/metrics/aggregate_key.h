// Keys of cached aggregates.
#ifndef NIANBAO_SERVICES_METRICS_AGGREGATE_KEY_H_
#define NIANBAO_SERVICES_METRICS_AGGREGATE_KEY_H_

#include <string>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/ports/peers.h"

namespace nianbao::metrics {

// The key of the answer to `request` over exactly these submissions, such as
// "nianbao:v1:aggregate:5f0c…:2021:r17-9d2e…:county:full_time_students". It
// names everything that the answer rests on: catalogue, edition, the
// submissions in their versions (their store revision for people to read, a
// hash of all that is listed of them for two stores with the same revision),
// grouping, and the indicators in the order asked, as a hash where they are
// long. "v1" changes when the same input comes to be answered differently.
std::string AggregateKey(
    const nianbao::metrics::v1::QueryAggregatesRequest& request,
    const core::SubmissionList& list, const std::string& catalogue_revision);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_AGGREGATE_KEY_H_
