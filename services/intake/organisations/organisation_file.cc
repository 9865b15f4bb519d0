#include "services/intake/organisations/organisation_file.h"

#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"
#include "services/core/wording.h"
#include "services/intake/organisations/organisation_row.h"

namespace nianbao::intake {
namespace {

using Column = OrganisationColumn;

constexpr Column kNeeded[] = {Column::kCode, Column::kLevel, Column::kTitle,
                              Column::kParent};
// Columns that a row must name to be taken for the heads.
constexpr int kFewestHeads = 3;

absl::Status BadFile(const std::string& filename, const std::string& en,
                     const std::string& zh) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("\"", filename, "\": ", en),
      {.reason = "BAD_ORGANISATION_FILE",
       .metadata = {{"filename", filename},
                    {"zh", absl::StrCat("文件“", filename, "”：", zh)}}});
}

// Columns of a sheet by where they stand.
using Columns = std::map<int, Column>;

// Cells of one row of a sheet.
struct SheetRow {
  const SheetCell* begin = nullptr;
  const SheetCell* end = nullptr;
};

std::vector<SheetRow> RowsOf(const SheetCells& sheet) {
  std::vector<SheetRow> rows;
  for (const SheetCell& cell : sheet.cells) {
    if (rows.empty() || rows.back().begin->place.row != cell.place.row) {
      rows.push_back({&cell, &cell});
    }
    rows.back().end = &cell + 1;
  }
  return rows;
}

Columns HeadsIn(const OrganisationWords& words, const SheetRow& row) {
  Columns columns;
  for (const SheetCell* cell = row.begin; cell != row.end; ++cell) {
    if (const auto column = words.Column(cell->text)) {
      columns[cell->place.column] = *column;
    }
  }
  return columns;
}

// The rows of a sheet behind its heads.
struct Records {
  const SheetCells* sheet = nullptr;
  SheetRow heads;
  Columns columns;
  std::vector<SheetRow> rows;
};

std::optional<Records> RecordsOf(const OrganisationWords& words,
                                 const SheetCells& sheet) {
  std::vector<SheetRow> rows = RowsOf(sheet);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Columns columns = HeadsIn(words, rows[i]);
    if (static_cast<int>(columns.size()) < kFewestHeads) continue;
    const SheetRow heads = rows[i];
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return Records{&sheet, heads, std::move(columns), std::move(rows)};
  }
  return std::nullopt;
}

OrganisationCells CellsOf(const Columns& columns, const SheetRow& row) {
  OrganisationCells cells;
  cells.row = row.begin->place.row;
  for (const SheetCell* cell = row.begin; cell != row.end; ++cell) {
    const auto column = columns.find(cell->place.column);
    if (column == columns.end()) continue;
    // Blanks of any width are none.
    if (core::NormalWording(cell->text).empty()) continue;
    cells.texts[static_cast<std::size_t>(column->second)] =
        std::string(absl::StripAsciiWhitespace(cell->text));
  }
  return cells;
}

bool IsBlank(const OrganisationCells& cells) {
  for (const std::string& text : cells.texts) {
    if (!text.empty()) return false;
  }
  return true;
}

absl::Status CheckColumns(const std::string& filename,
                          const OrganisationWords& words,
                          const Columns& columns) {
  std::map<Column, int> counts;
  for (const auto& [place, column] : columns) ++counts[column];
  std::vector<std::string> missing;
  for (const Column column : kNeeded) {
    if (counts.count(column) == 0) missing.push_back(words.Head(column));
  }
  if (!missing.empty()) {
    const std::string list = absl::StrJoin(missing, "、");
    return BadFile(
        filename,
        absl::StrCat("no column is headed ", list, "; add it, or head it so"),
        absl::StrCat("缺少列：", list, "。请补上，或把表头改成这样。"));
  }
  for (const auto& [column, count] : counts) {
    if (count < 2) continue;
    return BadFile(
        filename,
        absl::StrCat("two columns mean ", words.Head(column), "; keep one"),
        absl::StrCat("有两列都是“", words.Head(column), "”，请只留一列。"));
  }
  return absl::OkStatus();
}

absl::StatusOr<Records> FindRecords(const std::string& filename,
                                    const OrganisationWords& words,
                                    const std::vector<SheetCells>& sheets) {
  std::optional<Records> found;
  for (const SheetCells& sheet : sheets) {
    auto records = RecordsOf(words, sheet);
    if (!records) continue;
    if (found) {
      return BadFile(
          filename,
          absl::StrCat("the sheets ", found->sheet->name, " and ", sheet.name,
                       " both list organisations; import one at a time"),
          absl::StrCat("工作表“", found->sheet->name, "”和“", sheet.name,
                       "”都列有机构，请每次只导入一张表。"));
    }
    found = std::move(records);
  }
  if (found) return *std::move(found);
  std::vector<std::string> heads;
  for (const Column column : kNeeded) heads.push_back(words.Head(column));
  const std::string list = absl::StrJoin(heads, "、");
  return BadFile(
      filename,
      absl::StrCat("no row heads the columns of organisations; head them ",
                   list, " and what else is known"),
      absl::StrCat("找不到表头。请写上：", list, "等列名。"));
}

}  // namespace

RejectedRow Reject(const OrganisationFile& file, const OrganisationCells& cells,
                   std::optional<OrganisationColumn> column,
                   const std::string& zh, const std::string& en) {
  RejectedRow rejected;
  rejected.set_row(cells.row);
  if (column) {
    rejected.set_column(file.heads[*column]);
    rejected.set_value(cells[*column]);
  }
  rejected.mutable_reason()->set_zh(zh);
  rejected.mutable_reason()->set_en(en);
  return rejected;
}

absl::StatusOr<OrganisationFile> ReadOrganisations(
    const core::Catalogue& catalogue, const OrganisationWords& words,
    const std::string& filename, const std::vector<SheetCells>& sheets) {
  NIANBAO_ASSIGN_OR_RETURN(const Records records,
                           FindRecords(filename, words, sheets));
  NIANBAO_RETURN_IF_ERROR(CheckColumns(filename, words, records.columns));
  if (!records.sheet->notes.empty()) {
    return BadFile(filename,
                   absl::StrCat("something of the sheet can't be read; unhide "
                                "all rows and columns: ",
                                absl::StrJoin(records.sheet->notes, " ")),
                   absl::StrCat("有内容没有读取，请先取消隐藏：",
                                absl::StrJoin(records.sheet->notes, "")));
  }
  OrganisationFile file;
  file.heads = CellsOf(records.columns, records.heads);
  file.rows.reserve(records.rows.size());
  for (const SheetRow& row : records.rows) {
    OrganisationCells cells = CellsOf(records.columns, row);
    if (IsBlank(cells)) continue;
    ReadOrganisationRow(catalogue, words, std::move(cells), file);
  }
  return file;
}

}  // namespace nianbao::intake
