// Tables of a findings report: standards, coverage and undecided relations.
#ifndef NIANBAO_SERVICES_REPORT_CHECK_TABLES_H_
#define NIANBAO_SERVICES_REPORT_CHECK_TABLES_H_

#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"
#include "services/report/compose.h"
#include "services/report/figure_table.h"

namespace nianbao::report {

// Standards with the school's figure, whether it is attained, and how sure
// the standard is.
nianbao::document::v1::Table StandardsTable(const core::Catalogue& catalogue,
                                            const Material& material,
                                            const FigureTable& figures);

// Relations by kind: how many were judged and how many left undecided.
nianbao::document::v1::Table CoverageTable(
    const nianbao::validation::v1::Coverage& coverage);

// Rules that were not run, with the reason.
nianbao::document::v1::Table SkippedTable(
    const core::Catalogue& catalogue,
    const nianbao::validation::v1::Coverage& coverage);

// Undecided relations with the figures involved and the reason.
nianbao::document::v1::Table UndecidedTable(
    const core::Catalogue& catalogue,
    const std::vector<const nianbao::validation::v1::Check*>& undecided,
    const FigureTable& figures);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_CHECK_TABLES_H_
