// Figures of the text by level against the list below it.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_LEVELS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_LEVELS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "sum" for counts that a paragraph splits by
// 等级, 级别 and the like, 二等奖9人, where its words lead to the table right
// below, 名单见下, whose rows of that level are added up. Where they differ,
// the text is wrong only if another level of the same paragraph fits: then the
// table lists all. Otherwise there is no check.
void FindTableLevels(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_LEVELS_H_
