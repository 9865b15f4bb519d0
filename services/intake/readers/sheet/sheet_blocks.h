// Blocks of a document from the cells of a sheet.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_BLOCKS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_BLOCKS_H_

#include "absl/status/status.h"
#include "services/intake/readers/document_builder.h"
#include "services/intake/readers/sheet/sheet_cells.h"

namespace nianbao::intake {

// Adds a sheet's tables with the lines above them (the last of which is the
// caption) and the notes below. FILE_TOO_LARGE as DocumentBuilder has it.
absl::Status AddSheetBlocks(const SheetCells& sheet, DocumentBuilder& builder);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_SHEET_BLOCKS_H_
