// Tables from printed lines.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_TABLE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_TABLE_H_

#include <vector>

#include "services/intake/readers/merged_table.h"
#include "services/intake/readers/pdf/box_columns.h"

namespace nianbao::intake {

// A table and the page of each row.
struct BoxTable {
  std::vector<MergedRow> rows;
  std::vector<int> pages;
};

// Builds the table that stands on the given lines of one page, or of several
// pages one after another; heads that are repeated on later pages go. Empty
// where the lines fall into no two columns.
BoxTable MakeBoxTable(const std::vector<LinePointers>& pages);

// Whether the lines of a later page go on with the table of the earlier one:
// together they have the same columns.
bool SameColumns(const LinePointers& earlier, const LinePointers& later);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_TABLE_H_
