// Changes that the text states: 比上年增加, 增长, 提高…个百分点, 由…降至….
#ifndef NIANBAO_SERVICES_VALIDATION_CHANGES_H_
#define NIANBAO_SERVICES_VALIDATION_CHANGES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kinds "change" and "growth". Contradicted only where both
// figures are stated beyond doubt.
void FindChanges(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHANGES_H_
