// Columns of a table that its head calls parts of the column before them.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_HEADS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_HEADS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "sum" for columns under 其中, as in 招生总数 with 其中
// 全日制 and 非全日制 behind it, for each row that they make up; of kind "part"
// where they stay below it. A row that they miss is contradicted only where
// they make up two others, with no part zero.
void FindTableHeads(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_HEADS_H_
