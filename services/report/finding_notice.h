// One finding as a box that a clerk can act on.
#ifndef NIANBAO_SERVICES_REPORT_FINDING_NOTICE_H_
#define NIANBAO_SERVICES_REPORT_FINDING_NOTICE_H_

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"
#include "services/core/finding_groups.h"
#include "services/report/figure_table.h"
#include "services/report/run_list.h"

namespace nianbao::report {

// Operands of a check with their labels, and their lines where they stand on
// another line than the check itself, such as "高级职称 62人；专任教师
// 203人（第 41 行）".
RunList OperandLine(const nianbao::validation::v1::Check& check,
                    const FigureTable& figures);

// The finding's box, `number` being its place in the list: title, quotation,
// message, both sides, the figures involved, hints and instruction of its head,
// then its consequences, a line each. `quote` may be empty.
nianbao::document::v1::Notice FindingNotice(const core::Catalogue& catalogue,
                                            const core::FindingGroup& finding,
                                            const FigureTable& figures,
                                            const RunList& quote, int number);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FINDING_NOTICE_H_
