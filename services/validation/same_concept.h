// The same figure in two places of a report.
#ifndef NIANBAO_SERVICES_VALIDATION_SAME_CONCEPT_H_
#define NIANBAO_SERVICES_VALIDATION_SAME_CONCEPT_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "same_concept": one for all places that agree, and
// one for each printed value that does not. Figures of one indicator may
// contradict each other; figures that only share a label may not.
void FindSameConcepts(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SAME_CONCEPT_H_
