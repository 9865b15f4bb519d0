// Stocks and flows in the text: what was there, what came and what went.
#ifndef NIANBAO_SERVICES_VALIDATION_FLOWS_H_
#define NIANBAO_SERVICES_VALIDATION_FLOWS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "stock_flow": "2020年84368册，清理5434册，新购8882册，
// 2021年87816册", and the net change of the flows. Never contradicted: flows
// may be left out.
void FindFlows(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_FLOWS_H_
