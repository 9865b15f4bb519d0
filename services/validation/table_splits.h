// Rows of a table that split the numbered row above them.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_SPLITS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_SPLITS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "sum" for rows without a number below a numbered row,
// such as 国家级, 省级, 地市级 below 名班主任工作室数, where they make it up in
// at least one column. In the others they must then make it up too; percentages
// that make 100 in one column likewise.
void FindTableSplits(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_SPLITS_H_
