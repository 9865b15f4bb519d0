// Amounts for each student or person that the text states.
#ifndef NIANBAO_SERVICES_VALIDATION_PER_HEAD_H_
#define NIANBAO_SERVICES_VALIDATION_PER_HEAD_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "per_head": "总值4936.85万元，生均13393.52元" against
// the students of its year or the newest one. A figure that neither gives stays
// undecided, unless it was made with the students of an earlier year.
void FindPerHeads(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PER_HEAD_H_
