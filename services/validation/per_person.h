// Amounts for each of the people that a sentence counts.
#ifndef NIANBAO_SERVICES_VALIDATION_PER_PERSON_H_
#define NIANBAO_SERVICES_VALIDATION_PER_PERSON_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "per_head": "教师96人下企业，累计2880天，人均30天" and
// "培训经费120万元，专任教师人均6250元": the amount just before, by the people
// that the words before 人均 name or the only ones that the sentence counts.
void FindPerPersons(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PER_PERSON_H_
