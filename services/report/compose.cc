#include "services/report/compose.h"

#include "services/core/errors.h"
#include "services/report/figure_table.h"
#include "services/report/findings_report.h"
#include "services/report/school_report.h"
#include "services/report/yearly_change.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::document::v1::Document;
using nianbao::report::v1::Order;

// Sentences name a year before with one digit.
constexpr int kMostYearsBack = 9;

absl::StatusOr<const Edition*> EditionOf(const core::Catalogue& catalogue,
                                         const Order& order) {
  const Edition* edition = catalogue.FindEdition(order.edition());
  if (edition != nullptr) return edition;
  std::string known;
  for (const auto& [code, unused] : catalogue.editions()) {
    known += (known.empty() ? "" : ", ") + code;
  }
  return core::MakeError(absl::StatusCode::kInvalidArgument,
                         "order: unknown edition \"" + order.edition() +
                             "\"; the catalogue has: " + known,
                         {.reason = "UNKNOWN_EDITION",
                          .metadata = {{"edition", order.edition()}}});
}

}  // namespace

absl::StatusOr<Document> Compose(const core::Catalogue& catalogue,
                                 const Order& order, const Material& material) {
  NIANBAO_ASSIGN_OR_RETURN(const Edition* edition, EditionOf(catalogue, order));
  switch (order.kind()) {
    case nianbao::report::v1::REPORT_KIND_FINDINGS:
      return ComposeFindingsReport(catalogue, *edition, order, material);
    case nianbao::report::v1::REPORT_KIND_SCHOOL:
      return ComposeSchoolReport(catalogue, *edition, order, material);
    default:
      break;
  }
  const std::string kind = std::to_string(order.kind());
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "order: report kind " + kind +
          " is none; ask for REPORT_KIND_FINDINGS or REPORT_KIND_SCHOOL",
      {.reason = "UNKNOWN_REPORT_KIND", .metadata = {{"kind", kind}}});
}

absl::StatusOr<core::Facts> SourcesOf(const core::Catalogue& catalogue,
                                      const Order& order,
                                      const Material& material) {
  NIANBAO_ASSIGN_OR_RETURN(const Edition* edition, EditionOf(catalogue, order));
  core::Facts facts = material.facts;
  facts.MergeFrom(material.computed.facts());
  const FigureTable figures(catalogue, material);
  for (const auto& [code, indicator] : catalogue.indicators()) {
    for (int back = 0; back <= kMostYearsBack; ++back) {
      const auto change =
          YearlyChange(figures, *indicator, edition->data_year() - back);
      if (change) *facts.Add() = *change;
    }
  }
  return facts;
}

}  // namespace nianbao::report
