// Totals of tables.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_TOTALS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_TOTALS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "table_total": rows and columns headed 合计, 小计 and
// the like, and a last row without a head, against what they add up. A column
// of totals is judged only where it is what most rows show it to be.
void FindTableTotals(const ReportView& view, Checks& checks);

// Appends checks of kind "sum" for rows of a small table that are the sum of
// two others in every column, as classes by destination make up all students.
void FindRowSums(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_TOTALS_H_
