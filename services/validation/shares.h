// Shares that the text states: "A 60人，占B的30%", "合格率96%".
#ifndef NIANBAO_SERVICES_VALIDATION_SHARES_H_
#define NIANBAO_SERVICES_VALIDATION_SHARES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "share". Contradicted only where the base is named,
// or the only whole of the sentence governs the part.
void FindShares(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SHARES_H_
