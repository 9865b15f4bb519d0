// Totals that stand behind their list.
#ifndef NIANBAO_SERVICES_VALIDATION_LIST_TOTALS_H_
#define NIANBAO_SERVICES_VALIDATION_LIST_TOTALS_H_

#include "services/validation/list_checks.h"

namespace nianbao::validation {

// Adds the sum that the mention `whole` is by its words, as in "甲 60人，乙
// 40人，合计 100人" and "…，两项合计100人". A total by name, 学时总数, may be
// of more than the list: it is only found where it fits.
void FindListTotal(int whole, ListChecks& lists);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_LIST_TOTALS_H_
