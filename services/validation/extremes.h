// Claims that one row of a table is the first, or a share more than half.
#ifndef NIANBAO_SERVICES_VALIDATION_EXTREMES_H_
#define NIANBAO_SERVICES_VALIDATION_EXTREMES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "order": "增加最多的是甲专业，比上年增加55人" against
// the rows of the one table whose column of changes has that figure in the row
// of that name, without total rows; and "占54.3%，高于…一半".
void FindExtremes(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_EXTREMES_H_
