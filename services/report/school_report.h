// The school's report rebuilt along the edition's outline.
#ifndef NIANBAO_SERVICES_REPORT_SCHOOL_REPORT_H_
#define NIANBAO_SERVICES_REPORT_SCHOOL_REPORT_H_

#include "absl/status/statusor.h"
#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/report/v1/report.pb.h"
#include "services/core/catalogue.h"
#include "services/report/compose.h"

namespace nianbao::report {

// Title page, contents, and the outline's sections with their sentences,
// tables, charts and the school's own words. Sentences with a blank figure are
// left out; consecutive ones are one paragraph; a section of which nothing is
// known is left out unless it is required. InvalidArgument where a
// sentence of the outline is none.
absl::StatusOr<nianbao::document::v1::Document> ComposeSchoolReport(
    const core::Catalogue& catalogue,
    const nianbao::catalogue::v1::Edition& edition,
    const nianbao::report::v1::Order& order, const Material& material);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_SCHOOL_REPORT_H_
