// Shares that are more than the whole.
#ifndef NIANBAO_SERVICES_VALIDATION_PERCENT_DOMAIN_H_
#define NIANBAO_SERVICES_VALIDATION_PERCENT_DOMAIN_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends a check of kind "domain", contradicted, for each share of people or
// things that is above 100 %, such as 满意度196.8%. Growth, and rates against a
// plan or a capacity, may be. Undecided for a whole number in a cell without a
// sign: it may be the count.
void FindPercentDomains(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PERCENT_DOMAIN_H_
