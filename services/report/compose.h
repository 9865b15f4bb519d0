// Use case: facts, checks and the submitted document in, a report out.
#ifndef NIANBAO_SERVICES_REPORT_COMPOSE_H_
#define NIANBAO_SERVICES_REPORT_COMPOSE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "nianbao/report/v1/report.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"

namespace nianbao::report {

// What a report is made from.
struct Material {
  nianbao::document::v1::Document document;
  core::Facts facts;
  std::vector<nianbao::validation::v1::Check> checks;
  // The checks of a severity by cause; checks of none stand alone.
  std::vector<nianbao::validation::v1::Finding> findings;
  nianbao::validation::v1::Coverage coverage;
  nianbao::validation::v1::Outcome outcome =
      nianbao::validation::v1::OUTCOME_UNSPECIFIED;
  nianbao::metrics::v1::ComputeIndicatorsResponse computed;
};

// Composes the report that `order` asks for; every figure in it is a run with
// its fact. Deterministic; safe from any thread. InvalidArgument for an
// unknown edition or kind.
absl::StatusOr<nianbao::document::v1::Document> Compose(
    const core::Catalogue& catalogue, const nianbao::report::v1::Order& order,
    const Material& material);

// All facts that the runs of a composed report may name: the collected ones,
// the computed ones, and the changes on the year before, which the composer
// makes itself. This is what Render needs. InvalidArgument for an unknown
// edition.
absl::StatusOr<core::Facts> SourcesOf(const core::Catalogue& catalogue,
                                      const nianbao::report::v1::Order& order,
                                      const Material& material);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_COMPOSE_H_
