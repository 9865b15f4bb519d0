// Columns of rates that tables make of their other columns.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_RATES_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_RATES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "share" for a column of percentages that is, in at
// least three rows and all but one, one column or the sum of two by another;
// and of kind "attainability" for one that whole numbers of another column's
// people give. No head names the base: the rows that fit prove it, and the one
// that does not is contradicted.
void FindTableRates(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_RATES_H_
