// Lists that say by what they sort, whose whole stands elsewhere.
#ifndef NIANBAO_SERVICES_VALIDATION_GROUPED_TOTALS_H_
#define NIANBAO_SERVICES_VALIDATION_GROUPED_TOTALS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "sum", contradicted, for lists such as "分年级看，高一
// 742人，高二728人，高三696人": their figures are of one thing by their names,
// and the report states how many there are of it in all. Lists that make up
// the whole, or miss it by far, give no check.
void FindGroupedTotals(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_GROUPED_TOTALS_H_
