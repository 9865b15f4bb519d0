// The submitted document with its findings in place, a summary on top.
#ifndef NIANBAO_SERVICES_REPORT_FINDINGS_REPORT_H_
#define NIANBAO_SERVICES_REPORT_FINDINGS_REPORT_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/report/v1/report.pb.h"
#include "services/core/catalogue.h"
#include "services/report/compose.h"

namespace nianbao::report {

// Summary, findings by severity and place, standards, the submitted document
// with every figure and finding marked, and what was not checked. Blocks of
// the submitted document keep their ids; their headings stand one level lower.
nianbao::document::v1::Document ComposeFindingsReport(
    const core::Catalogue& catalogue,
    const nianbao::catalogue::v1::Edition& edition,
    const nianbao::report::v1::Order& order, const Material& material);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FINDINGS_REPORT_H_
