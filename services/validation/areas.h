// Areas of one site in 亩 and in 平方米.
#ifndef NIANBAO_SERVICES_VALIDATION_AREAS_H_
#define NIANBAO_SERVICES_VALIDATION_AREAS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "sum" for areas of campuses in one unit that make up
// the area of them all, which the paragraph prints in the other: 东校区 120亩
// and 西校区 30亩 of 占地 100000平方米. Never contradicted: which of the areas
// belong together is not stated.
void FindAreas(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_AREAS_H_
