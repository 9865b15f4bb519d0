// Counts of which one takes in the other, from how they are named.
#ifndef NIANBAO_SERVICES_VALIDATION_STAGE_ORDERS_H_
#define NIANBAO_SERVICES_VALIDATION_STAGE_ORDERS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "order" for counts of one sentence that stand to each
// other as 报名 and 上线, or 教职工 and 专任教师, or as a whole and what 其中
// names in the bracket behind it, and of one paragraph as 共建 and 新增 of one
// noun. Holds or says nothing.
void FindStageOrders(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_STAGE_ORDERS_H_
