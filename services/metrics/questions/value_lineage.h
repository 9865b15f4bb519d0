// Use case: where a value comes from.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_VALUE_LINEAGE_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_VALUE_LINEAGE_H_

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/lineage.pb.h"
#include "services/core/ports/peers.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Answers ExplainValue from one snapshot: a formula over its inputs, a sum over
// its schools in the order of their codes, each school's figure down to the
// facts. What a fact printed, and where, is asked of intake for the schools
// that are listed. InvalidArgument names what is wrong; errors of intake.
absl::StatusOr<nianbao::metrics::v1::ExplainValueResponse> ExplainValue(
    const Snapshot& snapshot, core::IntakePeer& intake,
    const nianbao::metrics::v1::ExplainValueRequest& request);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_VALUE_LINEAGE_H_
