// Graduates of a school year and of the cohort that leaves at its end.
#ifndef NIANBAO_SERVICES_VALIDATION_COHORT_FIGURES_H_
#define NIANBAO_SERVICES_VALIDATION_COHORT_FIGURES_H_

#include "services/core/catalogue.h"
#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "same_concept" for indicators that are counted by
// cohort: those who graduate in the school year 2019 are the cohort of 2020.
// One check for each figure of the cohort that agrees or differs. Contradicted
// only where another place agrees, since some texts name school years by their
// end; the two could be a slip of each other and stand in two blocks; and the
// cohort of 2019 does not have the school year's figure.
void FindCohortFigures(const ReportView& view, const core::Catalogue& catalogue,
                       Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_COHORT_FIGURES_H_
