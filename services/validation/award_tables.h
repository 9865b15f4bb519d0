// Prizes that the text counts against a table that lists them row by row.
#ifndef NIANBAO_SERVICES_VALIDATION_AWARD_TABLES_H_
#define NIANBAO_SERVICES_VALIDATION_AWARD_TABLES_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks for a table with a prize in each row, such as 市一等奖, and a
// paragraph beside it that counts by prize: "一等奖3个5人，二等奖8个12人".
// Kind "list" for the rows of each prize, and for those of 教师类 or 学生类;
// kind "sum" for a column of people by prize, and for a figure elsewhere that
// all prizes together make. A set of counts is taken to be of the table only
// where it fits for every prize, of which there are two at least; never
// contradicted (table_levels.h does so where the text leads to the table).
void FindAwardTables(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_AWARD_TABLES_H_
