// People named in a cell against the number in the same row.
#ifndef NIANBAO_SERVICES_VALIDATION_ROW_PEOPLE_H_
#define NIANBAO_SERVICES_VALIDATION_ROW_PEOPLE_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "list" for tables that list people in one column, as
// "甲、乙、丙", and count them in another. The columns belong together where
// most rows of several names show it; a row that differs is undecided, since it
// need not name them all.
void FindRowPeople(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ROW_PEOPLE_H_
