// Cells that stand for several rows.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_ROW_GROUPS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_ROW_GROUPS_H_

#include <cstddef>
#include <vector>

#include "services/intake/readers/pdf/box_rows.h"

namespace nianbao::intake {

// Lines of one cell in a column of groups.
struct GroupCell {
  std::size_t column = 0;
  // Whether it names the row beside it alone.
  bool names_row = false;
  std::vector<CellLine> lines;

  double center() const {
    return (lines.front().center + lines.back().center) / 2;
  }
};

// Takes the cells of columns whose cells stand for several rows out of `lines`:
// columns of words left of the first figures that have clearly fewer cells than
// the figures have rows.
std::vector<GroupCell> TakeGroupCells(std::size_t columns,
                                      std::vector<CellLines>& lines);

// Lets words that stand between two rows, one of which has none in their
// column, span both.
void SpanPairs(std::vector<BoxRow>& rows);

// Puts group cells, from top to bottom for each column, into the rows that they
// stand for. A cell in the middle of its rows spans them; one beside its first
// row stands there alone.
void PutGroupCells(const std::vector<GroupCell>& groups,
                   std::vector<BoxRow>& rows);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_ROW_GROUPS_H_
