// Rebuilds tables from flattened text.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_TABLE_REBUILDER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_TABLE_REBUILDER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/lines.h"

namespace nianbao::intake {

// A cell's text and the line that it stood on; line 0 for a lost cell.
struct GridCell {
  std::string text;
  int line = 0;
  // What stood below it because the cell was too narrow.
  std::vector<GridCell> wrapped = {};
};

// A row of a grid.
struct GridRow {
  std::vector<GridCell> cells;
  int line = 0;
};

// The grid of tab-parted lines: rows that lost cells are moved to the columns
// that their figures fit, names that were wrapped onto a row of their own are
// joined to the row above, rules of dashes go.
std::vector<GridRow> GridOfRows(const std::vector<Line>& lines);

// The grid of a table that was flattened to one cell a line. The number of
// columns is found from the pattern of words and figures; merged heads with
// 其中 are spread over the columns they cover. Empty where no grid fits.
std::vector<GridRow> GridOfCells(const std::vector<Line>& lines);

// The grid of such a table where its rows are told by empty lines, and blank
// cells by lines with only a tab: `lines` are all of the table's with those
// between them. Empty where the rows are not of one width.
std::vector<GridRow> GridOfRowGroups(const std::vector<Line>& lines);

// Where GridOfCells found none: how many lines, one at least, certainly stand
// before a grid of those behind them. So a long run of lines is not tried again
// from each of them.
std::size_t CellsBeforeGrid(const std::vector<Line>& lines);

// The table of a grid: leading rows without figures are heads.
nianbao::document::v1::Table MakeTable(const std::vector<GridRow>& grid,
                                       const std::string& block_id);

// Leading rows of a grid that are heads: the first one where it has no figures,
// and those below that go on with it, because it has merged cells or its words
// were wrapped.
int CountHeadRows(const std::vector<GridRow>& grid);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_TABLE_REBUILDER_H_
