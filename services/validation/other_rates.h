// Rates whose counts differ in unit, stand the other way round or are planned.
#ifndef NIANBAO_SERVICES_VALIDATION_OTHER_RATES_H_
#define NIANBAO_SERVICES_VALIDATION_OTHER_RATES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "share" for
// "收回有效问卷1164份，…满意的1118人，满意度为 96.05%",
// "年初2411人，流失26人，巩固率98.92%" and "计划招生1220人，实际招收1216
// 人，计划完成率99.67%"; of kind "mean" for "两年净增270人，年均增加135人".
void FindOtherRates(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_OTHER_RATES_H_
