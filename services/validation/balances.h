// What came, what went and what is left.
#ifndef NIANBAO_SERVICES_VALIDATION_BALANCES_H_
#define NIANBAO_SERVICES_VALIDATION_BALANCES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "stock_flow".
//
// "总收入A…，支出B，结余C": C is A less B. Contradicted where the text says
// 当年结余, or one slip of the hand explains it; 结余 alone may hold what
// earlier years left.
//
// "上年末A家，新增B家，退出C家，年末为D家" in one sentence: with what came and
// what went stated beside both stocks, they must fit.
void FindBalances(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_BALANCES_H_
