#include "services/intake/readers/sheet/workbook_reader.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/document_builder.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/sheet/sheet_blocks.h"
#include "services/intake/readers/sheet/workbook_parts.h"
#include "services/intake/readers/sheet/worksheet.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;

constexpr std::size_t kMostSheets = 1000;
constexpr char kNoteTitle[] = "未读取的内容";

// A sheet as the workbook lists it.
struct SheetEntry {
  std::string name;
  std::string part;
  bool hidden = false;
};

// Sheet1 and the like, which say nothing.
bool IsDefaultName(std::string_view name) {
  for (const std::string_view word : {"Sheet", "工作表"}) {
    if (name.substr(0, word.size()) == word) {
      return ToInt(name.substr(word.size()), -1) >= 0;
    }
  }
  return false;
}

class WorkbookReader {
 public:
  explicit WorkbookReader(OoxmlPackage& package) : package_(package) {}

  absl::StatusOr<Document> Read() {
    NIANBAO_RETURN_IF_ERROR(ReadEntries());
    std::vector<std::string> hidden;
    bool shown = false;
    for (const SheetEntry& sheet : sheets_) {
      if (sheet.hidden) {
        hidden.push_back(
            absl::StrCat("工作表“", sheet.name, "”已隐藏，没有读取。"));
      } else {
        NIANBAO_ASSIGN_OR_RETURN(const bool read, ReadSheet(sheet));
        shown = shown || read;
      }
    }
    if (!shown) return NoText();
    if (!hidden.empty()) {
      NIANBAO_RETURN_IF_ERROR(builder_.AddNote(kNoteTitle, hidden));
    }
    return builder_.Finish();
  }

  absl::StatusOr<std::vector<SheetCells>> ReadCells() {
    NIANBAO_RETURN_IF_ERROR(ReadEntries());
    std::vector<SheetCells> shown;
    for (const SheetEntry& entry : sheets_) {
      if (entry.hidden || entry.part.empty()) continue;
      NIANBAO_ASSIGN_OR_RETURN(
          SheetCells sheet,
          ReadWorksheet(package_, entry.part, entry.name, parts_, budget_));
      if (!sheet.cells.empty()) shown.push_back(std::move(sheet));
    }
    if (shown.empty()) return NoText();
    return shown;
  }

 private:
  absl::Status ReadEntries() {
    NIANBAO_ASSIGN_OR_RETURN(parts_, ReadWorkbookParts(package_));
    return package_.Visit(package_.main_part(), {"workbook"},
                          [&](pugi::xml_node node) { return ReadEntry(node); });
  }

  absl::Status ReadEntry(pugi::xml_node node) {
    if (LocalName(node) == "workbookPr") {
      const std::string_view value = Attribute(node, "date1904");
      parts_.from_1904 = value == "1" || value == "true";
    }
    if (LocalName(node) != "sheets") return absl::OkStatus();
    for (const pugi::xml_node sheet : node.children()) {
      if (sheets_.size() >= kMostSheets) {
        return FileTooLarge(package_.main_part(),
                            absl::StrCat("the workbook has more than ",
                                         kMostSheets, " sheets"));
      }
      const std::string_view state = Attribute(sheet, "state");
      sheets_.push_back({CleanText(Attribute(sheet, "name")),
                         PartOf(Attribute(sheet, "id")),
                         !state.empty() && state != "visible"});
    }
    return absl::OkStatus();
  }

  // The part of a sheet with cells; empty for charts and dialogs.
  std::string PartOf(std::string_view id) const {
    for (const Relationship& link : package_.links()) {
      if (link.id == id && link.type == "worksheet") return link.target;
    }
    return "";
  }

  // Whether the sheet shows anything.
  absl::StatusOr<bool> ReadSheet(const SheetEntry& entry) {
    if (entry.part.empty()) return false;
    NIANBAO_ASSIGN_OR_RETURN(
        const SheetCells sheet,
        ReadWorksheet(package_, entry.part, entry.name, parts_, budget_));
    if (!sheet.cells.empty() && !IsDefaultName(entry.name)) {
      NIANBAO_RETURN_IF_ERROR(builder_.AddHeading("", entry.name, 1));
    }
    NIANBAO_RETURN_IF_ERROR(AddSheetBlocks(sheet, builder_));
    if (!sheet.notes.empty()) {
      NIANBAO_RETURN_IF_ERROR(builder_.AddNote(kNoteTitle, sheet.notes));
    }
    return !sheet.cells.empty();
  }

  static absl::Status NoText() {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        "no sheet of the workbook shows anything; unhide the sheets with the "
        "report's figures and hand it in again",
        {.reason = "NO_TEXT", .metadata = {}});
  }

  OoxmlPackage& package_;
  WorkbookParts parts_;
  SheetBudget budget_;
  std::vector<SheetEntry> sheets_;
  DocumentBuilder builder_;
};

}  // namespace

absl::StatusOr<Document> ReadWorkbook(OoxmlPackage& package) {
  return WorkbookReader(package).Read();
}

absl::StatusOr<std::vector<SheetCells>> ReadWorkbookCells(
    OoxmlPackage& package) {
  return WorkbookReader(package).ReadCells();
}

}  // namespace nianbao::intake
