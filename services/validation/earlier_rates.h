// Rates of last year's column, made as this year's are.
#ifndef NIANBAO_SERVICES_VALIDATION_EARLIER_RATES_H_
#define NIANBAO_SERVICES_VALIDATION_EARLIER_RATES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "attainability" for a table's rates of the year
// before, where a share among `checks` has shown of which indicator's people
// the same indicator's rate of this year is: one row takes its rate one way.
// Only for rates that no check has judged yet, printed so finely that few of
// them could come from so few people.
void FindEarlierRates(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_EARLIER_RATES_H_
