// Rows of printed tables.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_ROWS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_ROWS_H_

#include <string>
#include <vector>

#include "services/intake/readers/pdf/box_columns.h"

namespace nianbao::intake {

// A line of a cell's text.
struct CellLine {
  ColumnRange columns;
  double left = 0;
  double right = 0;
  double center = 0;  // of its height
  double em = 0;
  std::string text;
  // A figure, or a mark for none.
  bool figure = false;

  double width() const { return right - left; }
};

// Lines of cells that stand beside each other.
using CellLines = std::vector<CellLine>;

// A cell of a row: its text and where it was printed.
struct BoxCell {
  ColumnRange columns;
  std::string text;
  double left = 0;
  double right = 0;
  bool figure = false;
  int row_span = 1;
  // Middle of its height.
  double center = 0;

  double middle() const { return (left + right) / 2; }
};

// A row: cells from left to right, and the height at which it was printed.
struct BoxRow {
  std::vector<BoxCell> cells;
  double top = 0;
  double bottom = 0;
  // Height of its figures; its middle where it has none.
  double center = 0;
  int page = 0;
  bool head = false;

  // The cell over a column; null where it is blank.
  const BoxCell* Find(std::size_t column) const;
};

// The cell lines of a table's printed lines. Texts that came so close that they
// look like one are parted where a figure stands in a column of its own.
std::vector<CellLines> CellLinesOf(const LinePointers& lines,
                                   const std::vector<BoxColumn>& columns);

// Distance of lines within a cell, by the nearest of a column.
double LineDistance(const std::vector<CellLines>& lines, std::size_t columns);

// Groups lines to rows so that the texts of each row stand at one height, or
// begin at one, and few cells stay blank. Heights come from centers.
std::vector<BoxRow> GroupRows(const std::vector<CellLines>& lines,
                              std::size_t columns);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_ROWS_H_
