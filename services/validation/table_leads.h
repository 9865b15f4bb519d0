// Paragraphs that lead to the table below them.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_LEADS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_LEADS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// The table that the paragraph's words lead to, 名单见下 or 分类如下, with at
// most a caption between; null for none.
const Grid* TableLedTo(const ReportView& view, const Passage& passage);

// Appends checks of kind "same_concept" for the amounts of a paragraph's last
// sentence, "到账培训费316.4万元，分类如下：", and the total of the table that
// it leads to: the only ones in that unit on both sides, with a word in common.
// Contradicted where one looks like a slip of the other; where they differ
// otherwise, they may be of different things, and there is no check.
void FindLedTotals(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_LEADS_H_
