// Change columns and rows of tables.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_CHANGES_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_CHANGES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "table_change": a column (or row) headed 变化, 增减,
// 比增 and the like against the two of the years beside it.
void FindTableChanges(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_CHANGES_H_
