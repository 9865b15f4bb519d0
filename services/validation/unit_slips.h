// Amounts that differ from another place only by the unit.
#ifndef NIANBAO_SERVICES_VALIDATION_UNIT_SLIPS_H_
#define NIANBAO_SERVICES_VALIDATION_UNIT_SLIPS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "same_concept", contradicted, for a table's amount
// that is exactly ten thousand times another amount of the report with a like
// label and the same period: 元 were printed under a head of 万元.
void FindUnitSlips(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_UNIT_SLIPS_H_
