// Use case: a report is composed and rendered.
#ifndef NIANBAO_SERVICES_REPORT_RENDER_REPORT_H_
#define NIANBAO_SERVICES_REPORT_RENDER_REPORT_H_

#include "absl/status/statusor.h"
#include "nianbao/report/v1/report.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/peers.h"
#include "services/report/compose.h"
#include "services/report/renderers/renderer.h"

namespace nianbao::report {

// Composes what `order` asks for and renders it. Errors of Compose and Render.
// Safe from any thread.
absl::StatusOr<Rendition> ComposeAndRender(
    const core::Catalogue& catalogue, const nianbao::report::v1::Order& order,
    const Material& material);

// Renders reports of stored submissions. Safe for use from any thread; blocks
// on its peers.
class StoredReports {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::IntakePeer& intake;
    core::ValidationPeer& validation;
    core::MetricsPeer& metrics;
  };

  explicit StoredReports(const Deps& deps) : deps_(deps) {}

  // Fetches document, facts, checks and computed figures of one version of the
  // submission, and renders the report. Errors of the peers, Compose, Render.
  absl::StatusOr<Rendition> Render(
      const nianbao::report::v1::RenderReportRequest& request) const;

 private:
  absl::StatusOr<Material> Fetch(
      const nianbao::intake::v1::Submission& submission) const;

  const Deps deps_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_RENDER_REPORT_H_
