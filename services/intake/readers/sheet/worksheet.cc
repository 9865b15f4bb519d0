#include "services/intake/readers/sheet/worksheet.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/core/errors.h"
#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/sheet/left_out.h"
#include "services/intake/readers/sheet/stored_number.h"

namespace nianbao::intake {
namespace {

bool IsTrue(std::string_view value) { return value == "1" || value == "true"; }

class WorksheetReader {
 public:
  WorksheetReader(const std::string& name, const WorkbookParts& parts,
                  SheetBudget& budget)
      : parts_(parts), budget_(budget), hidden_columns_(kSheetColumns + 1) {
    sheet_.name = name;
  }

  absl::Status Read(pugi::xml_node node) {
    const std::string_view name = LocalName(node);
    if (name == "cols") ReadColumns(node);
    if (name == "mergeCells") ReadMerges(node);
    return name == "row" ? ReadRow(node) : absl::OkStatus();
  }

  SheetCells Finish() {
    const auto before = [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.place.row, a.place.column) <
             std::pair(b.place.row, b.place.column);
    };
    std::stable_sort(sheet_.cells.begin(), sheet_.cells.end(), before);
    sheet_.notes = left_out_.Notes(sheet_.name);
    return std::move(sheet_);
  }

 private:
  std::string Where(const std::string& place) const {
    return absl::StrCat("sheet \"", sheet_.name, "\", ", place);
  }

  void ReadColumns(pugi::xml_node node) {
    int most = kSheetColumns;
    for (const pugi::xml_node column : node.children()) {
      if (--most < 0) return;
      if (!IsTrue(Attribute(column, "hidden"))) continue;
      const int first = ToInt(Attribute(column, "min"), 0);
      const int last =
          std::min(ToInt(Attribute(column, "max"), 0), kSheetColumns);
      if (first < 1 || first > last) continue;
      std::fill(hidden_columns_.begin() + first,
                hidden_columns_.begin() + last + 1, true);
    }
  }

  void ReadMerges(pugi::xml_node node) {
    for (const pugi::xml_node merge : node.children()) {
      const auto range = ParseRange(Attribute(merge, "ref"));
      if (range) sheet_.merges.push_back(*range);
    }
  }

  absl::Status ReadRow(pugi::xml_node node) {
    const std::string_view number = Attribute(node, "r");
    place_.row = number.empty() ? place_.row + 1 : ToInt(number, 0);
    place_.column = 0;
    if (place_.row < 1 || place_.row > kSheetRows) {
      return HostileFile(Where(absl::StrCat("row ", CleanText(number))),
                         absl::StrCat("a sheet has rows 1 to ", kSheetRows));
    }
    hidden_row_ = IsTrue(Attribute(node, "hidden"));
    for (const pugi::xml_node cell : node.children()) {
      if (LocalName(cell) != "c") continue;
      NIANBAO_RETURN_IF_ERROR(ReadCell(cell));
    }
    return absl::OkStatus();
  }

  absl::Status ReadCell(pugi::xml_node node) {
    const std::string_view name = Attribute(node, "r");
    ++place_.column;
    if (!name.empty()) {
      const auto place = ParsePlace(name);
      if (!place) {
        return HostileFile(Where(absl::StrCat("cell ", CleanText(name))),
                           "no sheet has a cell of that name");
      }
      place_ = *place;
    }
    if (place_.column > kSheetColumns) {
      return HostileFile(
          Where(absl::StrCat("row ", place_.row)),
          absl::StrCat("a row has at most ", kSheetColumns, " cells"));
    }
    NIANBAO_ASSIGN_OR_RETURN(const std::string shown, TextOf(node));
    const std::string text = JoinWrapped(absl::StrSplit(shown, '\n'));
    return text.empty() ? absl::OkStatus() : Keep(text);
  }

  absl::Status Keep(const std::string& text) {
    if (hidden_row_) {
      left_out_.hidden_rows.insert(place_.row);
      return absl::OkStatus();
    }
    if (hidden_columns_[static_cast<std::size_t>(place_.column)]) {
      left_out_.hidden_columns.insert(place_.column);
      return absl::OkStatus();
    }
    if (budget_.cells == 0 || budget_.text_bytes < text.size()) {
      return FileTooLarge(Where(PlaceName(place_)),
                          "the workbook has more text than can be read");
    }
    --budget_.cells;
    budget_.text_bytes -= text.size();
    sheet_.cells.push_back({place_, text, 0});
    return absl::OkStatus();
  }

  // What the cell shows.
  absl::StatusOr<std::string> TextOf(pugi::xml_node node) {
    const std::string_view type = Attribute(node, "t");
    if (type == "inlineStr") return StringText(Child(node, "is"));
    const std::string_view value = Child(node, "v").child_value();
    if (value.empty()) {
      if (Child(node, "f") && !Child(node, "v"))
        left_out_.formulas.push_back(place_);
      return "";
    }
    if (type == "s") return SharedText(value);
    if (type == "b") return std::string(value == "1" ? "TRUE" : "FALSE");
    if (!type.empty() && type != "n") return CleanText(value);
    const auto number = StoredNumber::Read(value);
    if (!number) return CleanText(value);
    return parts_.FormatOf(ToInt(Attribute(node, "s"), 0))
        .Print(*number, parts_.from_1904);
  }

  absl::StatusOr<std::string> SharedText(std::string_view value) const {
    const int index = ToInt(value, -1);
    if (index < 0 || static_cast<std::size_t>(index) >= parts_.texts.size()) {
      return DamagedFile(
          Where(PlaceName(place_)),
          absl::StrCat("its text, number ", CleanText(value), ", is missing"));
    }
    return parts_.texts[static_cast<std::size_t>(index)];
  }

  const WorkbookParts& parts_;
  SheetBudget& budget_;
  SheetCells sheet_;
  LeftOut left_out_;
  std::vector<bool> hidden_columns_;
  CellPlace place_;
  bool hidden_row_ = false;
};

}  // namespace

absl::StatusOr<SheetCells> ReadWorksheet(OoxmlPackage& package,
                                         const std::string& part,
                                         const std::string& name,
                                         const WorkbookParts& parts,
                                         SheetBudget& budget) {
  WorksheetReader reader(name, parts, budget);
  NIANBAO_RETURN_IF_ERROR(
      package.Visit(part, {"worksheet", "sheetData"},
                    [&](pugi::xml_node node) { return reader.Read(node); }));
  return reader.Finish();
}

}  // namespace nianbao::intake
