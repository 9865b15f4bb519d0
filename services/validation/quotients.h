// Ratios and means that the text states.
#ifndef NIANBAO_SERVICES_VALIDATION_QUOTIENTS_H_
#define NIANBAO_SERVICES_VALIDATION_QUOTIENTS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kinds "ratio" ("A 38人，与B之比为1:3.37") and "mean"
// (an average percentage over the table that follows it).
void FindQuotients(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_QUOTIENTS_H_
