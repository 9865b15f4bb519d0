// Use case: majors that need attention.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_MAJOR_WARNINGS_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_MAJOR_WARNINGS_H_

#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/warnings.pb.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Answers ListMajorWarnings from one snapshot; the page begins behind the alert
// `after`, and `last` becomes the last alert of it where others follow. A
// warning is given only where no true values that the figures allow make its
// relation hold. InvalidArgument names what is wrong.
absl::StatusOr<nianbao::metrics::v1::ListMajorWarningsResponse>
ListMajorWarnings(const Snapshot& snapshot,
                  const nianbao::metrics::v1::ListMajorWarningsRequest& request,
                  const std::string& after, std::string& last);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_MAJOR_WARNINGS_H_
