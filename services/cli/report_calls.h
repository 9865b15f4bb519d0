// Calls to report.
#ifndef NIANBAO_SERVICES_CLI_REPORT_CALLS_H_
#define NIANBAO_SERVICES_CLI_REPORT_CALLS_H_

#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "nianbao/report/v1/report.pb.h"
#include "services/cli/reading.h"
#include "services/cli/session.h"
#include "services/core/ports/peers.h"

namespace nianbao::cli {

// What a report is made from; all outlives the call.
struct Material {
  const Reading& reading;
  const core::CheckResult& checks;
  const nianbao::metrics::v1::ComputeIndicatorsResponse& computed;
};

// Composes and renders a report as HTML. The school's name is taken from the
// document. Errors of the service.
absl::StatusOr<std::string> ComposeReport(nianbao::report::v1::ReportKind kind,
                                          const Material& material,
                                          Session& session);

// Renders a report of a stored submission. Errors of the service.
absl::StatusOr<std::string> RenderReport(
    const nianbao::report::v1::RenderReportRequest& request, Session& session);

// The editions that have an outline, so that a report can be rebuilt along it.
// Errors of the service.
absl::StatusOr<std::set<std::string>> ListOutlinedEditions(Session& session);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_REPORT_CALLS_H_
