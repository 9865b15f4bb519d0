// The reader of tables in text files.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_CSV_CSV_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_CSV_CSV_READER_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/sheet/sheet_cells.h"

namespace nianbao::intake {

// The document of a UTF-8 text of cells, read as a sheet: tables with the
// lines above and below them, places with their source lines. `usual` is the
// delimiter that the file's ending promises; what the text uses counts.
// InvalidArgument as ParseCsv has it, or NO_TEXT where all cells are blank.
absl::StatusOr<nianbao::document::v1::Document> ReadCsv(std::string_view utf8,
                                                        char usual);

// The same text cell by cell; rows are counted by records, and each cell has
// its source line.
absl::StatusOr<SheetCells> ReadCsvCells(std::string_view utf8, char usual);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_CSV_CSV_READER_H_
