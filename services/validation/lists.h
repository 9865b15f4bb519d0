// Wholes and their parts in the text: 其中, 合计, brackets and plain lists.
#ifndef NIANBAO_SERVICES_VALIDATION_LISTS_H_
#define NIANBAO_SERVICES_VALIDATION_LISTS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kinds "sum" and "part". A list that falls short of its
// whole need not be complete; only named alternatives or a stated 合计 make a
// contradiction.
void FindLists(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_LISTS_H_
