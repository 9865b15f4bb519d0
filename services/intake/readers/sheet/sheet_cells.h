// What a spreadsheet's sheet shows, cell by cell.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_CELLS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_CELLS_H_

#include <string>
#include <vector>

#include "services/intake/readers/sheet/cell_place.h"

namespace nianbao::intake {

// A cell that shows something.
struct SheetCell {
  CellPlace place;
  std::string text;
  // Source line of a text file; zero for others.
  int line = 0;
};

// A sheet: only cells with text, by row and then by column.
struct SheetCells {
  std::string name;
  std::vector<SheetCell> cells;
  // Merged ranges inside the sheet.
  std::vector<CellRange> merges;
  // What was left out, for people.
  std::vector<std::string> notes;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_CELLS_H_
