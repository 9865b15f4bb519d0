// Rates of the whole school against the rates of its parts.
#ifndef NIANBAO_SERVICES_VALIDATION_RATE_RANGES_H_
#define NIANBAO_SERVICES_VALIDATION_RATE_RANGES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "mean" for a percentage of the whole school against a
// table that gives it for three parts or more: their plain mean, or within
// their range. Beside the range it is undecided, since the table may leave
// parts out.
void FindRateRanges(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RATE_RANGES_H_
