// Cells of tables that the text tells again in more words.
#ifndef NIANBAO_SERVICES_VALIDATION_TOLD_CELLS_H_
#define NIANBAO_SERVICES_VALIDATION_TOLD_CELLS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "same_concept" for figures of tables without an
// indicator that one figure of the text repeats under a name that has all of
// theirs: 市级以上获奖 of 学生 and 学生市级以上书画比赛获奖人数. Agrees or says
// nothing. For figures of which no check of that kind tells yet.
void FindToldCells(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TOLD_CELLS_H_
