// Rows of tables that are means of other rows.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_MEANS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_MEANS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "mean" for percentages of rows named 平均 over the
// other rows, and of a row over the 其中 rows behind it, where one column is
// their plain mean. Another column that is not is contradicted: the table has
// shown how it takes its mean. A mean outside its members is contradicted too.
void FindTableMeans(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_MEANS_H_
