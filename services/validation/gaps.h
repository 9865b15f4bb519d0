// What is said to be missing against a norm.
#ifndef NIANBAO_SERVICES_VALIDATION_GAPS_H_
#define NIANBAO_SERVICES_VALIDATION_GAPS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "recompute":
// "在校生5000人，教师268人，按1:15的师生比，缺口 65人", never contradicted,
// since the norm may count others too; and "现有2560
// 个工位，按每生一个，还差224个" against all students of the year, contradicted
// where the three are exact and do not fit.
void FindGaps(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_GAPS_H_
