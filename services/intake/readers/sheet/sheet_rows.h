// Rows of a sheet, grouped into what belongs together.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_ROWS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_ROWS_H_

#include <vector>

#include "services/intake/readers/sheet/sheet_cells.h"

namespace nianbao::intake {

// A row's cells from left to right; never empty.
using SheetRow = std::vector<const SheetCell*>;

// Rows that belong to one table, with the lines above and below it.
using RowGroup = std::vector<SheetRow>;

// Whether a row holds a figure.
bool HasFigure(const SheetRow& row);

// The rows of a sheet in groups. A new group begins behind blank rows, unless
// the next row goes straight on with figures; and at a line of its own that
// stands above a new head. Cells must outlive the result.
std::vector<RowGroup> GroupRows(const SheetCells& sheet);

// Parts a group at blank columns where a table stands on both sides: words in
// its first column, figures behind them. Otherwise it stays whole.
std::vector<RowGroup> SplitSideBySide(const RowGroup& group,
                                      const std::vector<CellRange>& merges);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_ROWS_H_
