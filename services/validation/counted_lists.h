// Lists of names whose number the text states.
#ifndef NIANBAO_SERVICES_VALIDATION_COUNTED_LISTS_H_
#define NIANBAO_SERVICES_VALIDATION_COUNTED_LISTS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "list" for names joined by 、 before or behind
// their count: "甲、乙、丙等三个专业", "三个专业（甲、乙、丙）", "三个专业，
// 分别是甲、乙和丙". Contradicted only where the list is closed, its names are
// of one kind, and the number is off by little; a list that only seems to
// belong to a count gives no check. What brackets or a repeated noun list is
// counted too (marked_lists.h).
void FindCountedLists(const ReportView& view, Checks& checks);

// The same for 一是…；二是…, 一条是…，另一条是… and numbered paragraphs below a
// line that states their number.
void FindOrdinalLists(const ReportView& view, Checks& checks);

// The same for rows of tables that are numbered; never contradicted.
void FindTableNumbers(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_COUNTED_LISTS_H_
