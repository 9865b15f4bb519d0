#include "services/intake/readers/csv/csv_reader.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "services/core/errors.h"
#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/csv/dialect.h"
#include "services/intake/readers/document_builder.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/sheet/sheet_blocks.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;

// The delimiter that a first line "sep=;" states; zero where there is none.
char StatedDelimiter(std::string_view utf8) {
  const bool stated = utf8.substr(0, 4) == "sep=" && utf8.size() > 5 &&
                      (utf8[5] == '\n' || utf8[5] == '\r');
  return stated ? utf8[4] : '\0';
}

// ="0012" keeps zeros in spreadsheets; the cell is what stands inside.
std::string WithoutFormula(const std::string& field) {
  const bool quoted = field.size() > 3 && field[0] == '=' && field[1] == '"' &&
                      field.back() == '"';
  return quoted ? field.substr(2, field.size() - 3) : field;
}

SheetCells CellsOf(const std::vector<CsvRecord>& records) {
  SheetCells sheet;
  for (std::size_t r = 0; r < records.size(); ++r) {
    for (std::size_t c = 0; c < records[r].fields.size(); ++c) {
      const std::string field = WithoutFormula(CleanText(records[r].fields[c]));
      std::string text = JoinWrapped(absl::StrSplit(field, '\n'));
      if (text.empty()) continue;
      const CellPlace place{static_cast<int>(r) + 1, static_cast<int>(c) + 1};
      sheet.cells.push_back({place, std::move(text), records[r].line});
    }
  }
  return sheet;
}

}  // namespace

absl::StatusOr<SheetCells> ReadCsvCells(std::string_view utf8, char usual) {
  const char stated = StatedDelimiter(utf8);
  const char delimiter = stated != '\0' ? stated : FindDelimiter(utf8, usual);
  NIANBAO_ASSIGN_OR_RETURN(std::vector<CsvRecord> records,
                           ParseCsv(utf8, delimiter));
  if (stated != '\0') records.front().fields.clear();
  SheetCells sheet = CellsOf(records);
  if (sheet.cells.empty()) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        "all cells of the file are blank; hand in the table with its figures",
        {.reason = "NO_TEXT", .metadata = {}});
  }
  return sheet;
}

absl::StatusOr<Document> ReadCsv(std::string_view utf8, char usual) {
  NIANBAO_ASSIGN_OR_RETURN(const SheetCells sheet, ReadCsvCells(utf8, usual));
  DocumentBuilder builder;
  NIANBAO_RETURN_IF_ERROR(AddSheetBlocks(sheet, builder));
  return builder.Finish();
}

}  // namespace nianbao::intake
