// Shares whose own words name their base.
#ifndef NIANBAO_SERVICES_VALIDATION_NAMED_SHARES_H_
#define NIANBAO_SERVICES_VALIDATION_NAMED_SHARES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends two kinds of checks.
//
// "share" for a percentage of a table, such as 高级职称专任教师比例, whose
// label ends in an indicator, 专任教师, and is the name of a figure of the same
// year, 高级职称专任教师51人: consistent or rounded differently. Where the two
// do not make it, the part may be counted otherwise; then there is no check.
//
// "attainability" for 全校…比例 or …率 of students where some whole number of
// all students gives it and the percentage is printed so finely that not every
// one could.
void FindNamedShares(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_NAMED_SHARES_H_
