// Errors of requests to metrics.
#ifndef NIANBAO_SERVICES_METRICS_REQUEST_ERRORS_H_
#define NIANBAO_SERVICES_METRICS_REQUEST_ERRORS_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "services/core/catalogue.h"

namespace nianbao::metrics {

// InvalidArgument: UNKNOWN_EDITION, with the editions that there are.
absl::Status UnknownEdition(const core::Catalogue& catalogue,
                            const std::string& edition);

// InvalidArgument: UNKNOWN_INDICATOR, with the codes most like it.
absl::Status UnknownIndicator(const core::Catalogue& catalogue,
                              const std::string& indicator);

// InvalidArgument: NO_ROLLUP. `because` says what keeps the indicator from
// being rolled up.
absl::Status NoRollup(const std::string& indicator, const std::string& because);

// InvalidArgument: BAD_REQUEST, for a field that is out of its range.
absl::Status BadField(const std::string& field, const std::string& value,
                      const std::string& allowed);

// FailedPrecondition: REVISION_TOO_OLD.
absl::Status RevisionTooOld(std::int64_t revision, std::int64_t asked);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_REQUEST_ERRORS_H_
