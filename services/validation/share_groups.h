// What shares of one whole say together, and each of its part.
#ifndef NIANBAO_SERVICES_VALIDATION_SHARE_GROUPS_H_
#define NIANBAO_SERVICES_VALIDATION_SHARE_GROUPS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends to the checks of kind "share" what follows from them: "sum" where the
// parts of one paragraph make up their whole exactly, for them and for their
// percentages, which make 100; "order" for each other part that is at most its
// whole, unless a check says so already. Never contradicted: the shares are.
void FindShareGroups(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SHARE_GROUPS_H_
