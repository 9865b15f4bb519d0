// Heads of printed tables.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_HEAD_CELLS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_HEAD_CELLS_H_

#include <cstddef>
#include <vector>

#include "services/intake/readers/pdf/box_columns.h"
#include "services/intake/readers/pdf/box_rows.h"

namespace nianbao::intake {

// Marks the leading rows that are heads: the first where it shows no figure,
// and those below that stand under merged or blank cells.
void MarkHeads(std::vector<BoxRow>& rows);

// Finds out which columns and rows each cell of the heads covers. A merged head
// stands over the middle, or over the beginning, of its columns.
void SpreadHeads(const std::vector<BoxColumn>& columns,
                 std::vector<BoxRow>& rows);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_HEAD_CELLS_H_
