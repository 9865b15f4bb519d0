#include "services/report/render_report.h"

#include <utility>

#include "services/core/errors.h"

namespace nianbao::report {
namespace {

using nianbao::report::v1::Order;

}  // namespace

absl::StatusOr<Rendition> ComposeAndRender(const core::Catalogue& catalogue,
                                           const Order& order,
                                           const Material& material) {
  NIANBAO_ASSIGN_OR_RETURN(const auto document,
                           Compose(catalogue, order, material));
  NIANBAO_ASSIGN_OR_RETURN(const core::Facts sources,
                           SourcesOf(catalogue, order, material));
  return Render(order.format(), document, sources);
}

absl::StatusOr<Material> StoredReports::Fetch(
    const nianbao::intake::v1::Submission& submission) const {
  // By the name with the version, should a newer one come between.
  const std::string& name = submission.name();
  Material material;
  NIANBAO_ASSIGN_OR_RETURN(material.document, deps_.intake.GetDocument(name));
  NIANBAO_ASSIGN_OR_RETURN(material.facts, deps_.intake.GetFacts(name));
  NIANBAO_ASSIGN_OR_RETURN(core::CheckResult checked,
                           deps_.validation.CheckSubmission(name));
  material.checks = std::move(checked.checks);
  material.coverage = std::move(checked.coverage);
  NIANBAO_ASSIGN_OR_RETURN(material.computed,
                           deps_.metrics.ComputeIndicators(
                               submission.edition(), material.facts,
                               submission.region(), submission.school_class()));
  return material;
}

absl::StatusOr<Rendition> StoredReports::Render(
    const nianbao::report::v1::RenderReportRequest& request) const {
  NIANBAO_ASSIGN_OR_RETURN(const auto submission,
                           deps_.intake.GetSubmission(request.name()));
  NIANBAO_ASSIGN_OR_RETURN(const Material material, Fetch(submission));
  Order order;
  order.set_kind(request.kind());
  order.set_format(request.format());
  order.set_edition(submission.edition());
  order.set_school_title(submission.school_title());
  return ComposeAndRender(deps_.catalogue, order, material);
}

}  // namespace nianbao::report
