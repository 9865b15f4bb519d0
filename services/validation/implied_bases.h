// Bases of shares that only the words around them tell.
#ifndef NIANBAO_SERVICES_VALIDATION_IMPLIED_BASES_H_
#define NIANBAO_SERVICES_VALIDATION_IMPLIED_BASES_H_

#include "services/validation/share_parts.h"

namespace nianbao::validation {

// What a base such as 该校区学生 means behind "东湖校区1702人，占": the figures
// of those at the place that the words before the part name.
NameMeaning AtSamePlace(const ReportView& view, const Passage& passage,
                        const StatedShare& share);

// The whole of a share that names none, where its part and the counts beside
// it exclude each other, leave nothing out, as 男 and 女 do, and make up an
// amount before them exactly; null where they do not.
const Datum* WholeOfAlternatives(const Passage& passage,
                                 const StatedShare& share);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_IMPLIED_BASES_H_
