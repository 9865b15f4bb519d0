// Claims that one figure is above, below or among others.
#ifndef NIANBAO_SERVICES_VALIDATION_ORDERS_H_
#define NIANBAO_SERVICES_VALIDATION_ORDERS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "order": "占比18.03%，超8%", "相较上年的90%，已高达
// 93.2%", "逐年上升" over two years, "第11名（共30个）", "6名进入前十".
// Contradicted only where both figures stand side by side, or of two years
// under one name.
void FindOrders(const ReportView& view, Checks& checks);

// The same for counts of one kind of thing against all of them: "拥有5个省级
// 示范专业" of a school with 13 专业, 省一等奖 of 省级奖项; never contradicted.
// A count of the whole school, as in "全校85个班级", gives a check of kind
// "same_concept", contradicted where it looks like a slip of the other place.
void FindKinds(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ORDERS_H_
