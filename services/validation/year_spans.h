// Spans of years: 创办于1985年，已走过35年.
#ifndef NIANBAO_SERVICES_VALIDATION_YEAR_SPANS_H_
#define NIANBAO_SERVICES_VALIDATION_YEAR_SPANS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "recompute" for spans that lead from a year of the
// same sentence to the report's: consistent where the span ends in that year
// or, counted by both its ends, a year later; undecided otherwise, since what
// began then and until when it is counted may be something else.
void FindYearSpans(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_YEAR_SPANS_H_
