// Reads one sheet of a workbook.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKSHEET_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKSHEET_H_

#include <string>

#include "absl/status/statusor.h"
#include "services/intake/readers/package/ooxml_package.h"
#include "services/intake/readers/sheet/sheet_cells.h"
#include "services/intake/readers/sheet/workbook_parts.h"

namespace nianbao::intake {

// What may still be read of a workbook.
struct SheetBudget {
  std::size_t cells = 200'000;
  std::size_t text_bytes = std::size_t{24} << 20;
};

// What the sheet in `part` shows: values as their formats print them, formulas
// as the results stored with them. Hidden rows and columns and formulas
// without results are left out, and notes say so. What the sheet claims of its
// size is not believed. InvalidArgument with reason HOSTILE_FILE for rows and
// columns that no sheet has, DAMAGED_FILE for texts that are missing,
// FILE_TOO_LARGE beyond the budget; messages name sheet and cell.
absl::StatusOr<SheetCells> ReadWorksheet(OoxmlPackage& package,
                                         const std::string& part,
                                         const std::string& name,
                                         const WorkbookParts& parts,
                                         SheetBudget& budget);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKSHEET_H_
