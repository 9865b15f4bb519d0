// The reader of Excel workbooks.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKBOOK_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKBOOK_READER_H_

#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/package/ooxml_package.h"
#include "services/intake/readers/sheet/sheet_cells.h"

namespace nianbao::intake {

// The document of an opened Excel file: for each sheet its name as a heading,
// then its tables. Hidden sheets, rows and columns are left out; a note at the
// end of the sheet or document says so. InvalidArgument with the reasons of
// OoxmlPackage and ReadWorksheet, or NO_TEXT where no sheet shows anything.
absl::StatusOr<nianbao::document::v1::Document> ReadWorkbook(
    OoxmlPackage& package);

// The sheets of an opened Excel file that show something, cell by cell; hidden
// ones are left out without a note.
absl::StatusOr<std::vector<SheetCells>> ReadWorkbookCells(
    OoxmlPackage& package);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKBOOK_READER_H_
