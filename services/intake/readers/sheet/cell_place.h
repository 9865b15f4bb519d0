// Places of cells in a spreadsheet.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_CELL_PLACE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_CELL_PLACE_H_

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::intake {

// What a spreadsheet has at most.
inline constexpr int kSheetRows = 1'048'576;
inline constexpr int kSheetColumns = 16'384;

// A cell's place, both counted from one.
struct CellPlace {
  int row = 0;
  int column = 0;
};

// Cells from `first` to `last`, both included.
struct CellRange {
  CellPlace first;
  CellPlace last;
};

// The place that "AB12" names; nothing where it names none inside a sheet.
std::optional<CellPlace> ParsePlace(std::string_view text);

// The range that "A1:C3" or "A1" names; nothing where it names none.
std::optional<CellRange> ParseRange(std::string_view text);

// "C" for 3.
std::string ColumnName(int column);

// "C5".
std::string PlaceName(const CellPlace& place);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_CELL_PLACE_H_
