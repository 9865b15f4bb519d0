// Lists that brackets or a repeated noun mark, whose number the text states.
#ifndef NIANBAO_SERVICES_VALIDATION_MARKED_LISTS_H_
#define NIANBAO_SERVICES_VALIDATION_MARKED_LISTS_H_

#include <optional>
#include <vector>

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"
#include "services/validation/text_blocks.h"

namespace nianbao::validation {

// The check of kind "list" for a count with a bracket for each thing behind it,
// "3项：（甲…）（乙…）（丙…）", where people may come twice, or with clauses
// that open with a name of the noun counted, "2个校区，东校区…，西校区…".
// Nothing where they are not as many: the text does not say that they are all.
std::optional<Check> MarkedList(const ReportView& view,
                                const CountInText& stated,
                                const std::vector<int>& nesting);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_MARKED_LISTS_H_
