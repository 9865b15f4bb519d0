// Counts of people and things that are no whole numbers.
#ifndef NIANBAO_SERVICES_VALIDATION_COUNT_DOMAINS_H_
#define NIANBAO_SERVICES_VALIDATION_COUNT_DOMAINS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends a check of kind "domain", contradicted, for each count of people or
// things in running text that is printed with a broken number, 61.2人. Means
// and figures for each, such as 班均 and 折合, may be; so may 1.2万.
void FindBrokenCounts(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_COUNT_DOMAINS_H_
