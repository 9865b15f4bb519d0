// Lists that no 其中 or 合计 marks.
#ifndef NIANBAO_SERVICES_VALIDATION_PLAIN_LISTS_H_
#define NIANBAO_SERVICES_VALIDATION_PLAIN_LISTS_H_

#include "services/validation/list_checks.h"

namespace nianbao::validation {

// Adds sums that hold for wholes that have no parts yet: a count with a list
// behind it, 按年级分 and 从去向看, the next sentence's list, sentences that
// open alike. Only sums that hold are found, so nothing here is contradicted.
void FindPlainLists(ListChecks& lists);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PLAIN_LISTS_H_
