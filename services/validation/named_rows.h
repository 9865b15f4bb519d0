// Rows of a table that name each of the things that the text counts.
#ifndef NIANBAO_SERVICES_VALIDATION_NAMED_ROWS_H_
#define NIANBAO_SERVICES_VALIDATION_NAMED_ROWS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "list" for counts such as 专业数 that are as many as
// the rows of a table whose column is headed 专业, without its totals. Never
// contradicted: a table need not have them all.
void FindNamedRows(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_NAMED_ROWS_H_
