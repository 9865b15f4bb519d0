#include "services/intake/readers/docx/table_cells.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/package/xml_part.h"

namespace nianbao::intake {
namespace {

constexpr int kMostColumns = 1024;
// Width of a column that the grid does not name; wide enough for no sliver.
constexpr std::int64_t kUsualWidth = 1000;
constexpr std::int64_t kWidest = 1'000'000;

// Visits children of that name, also those inside content controls and other
// wrappers; what was deleted or moved away is no child.
void ForEach(pugi::xml_node node, std::string_view name,
             absl::FunctionRef<void(pugi::xml_node)> visit) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view found = LocalName(child);
    if (found == name) {
      visit(child);
    } else if (found == "sdt" || found == "sdtContent" || found == "ins" ||
               found == "moveTo" || found == "customXml" ||
               found == "smartTag") {
      ForEach(child, name, visit);
    }
  }
}

int CountOf(pugi::xml_node node, std::string_view name, int otherwise) {
  const int count = ToInt(ChildValue(node, name), otherwise);
  return std::clamp(count, 0, kMostColumns + 1);
}

DocxCell ReadCell(pugi::xml_node node, int begin) {
  const pugi::xml_node look = Child(node, "tcPr");
  DocxCell cell;
  cell.node = node;
  cell.begin = begin;
  cell.end = begin + std::max(CountOf(look, "gridSpan", 1), 1);
  if (const pugi::xml_node merge = Child(look, "vMerge")) {
    cell.starts_merge = Attribute(merge, "val") == "restart";
    cell.goes_on = !cell.starts_merge;
  }
  return cell;
}

// Whether a cell belongs to the one left of it: the old way to merge.
bool GoesOnLeft(pugi::xml_node cell) {
  const pugi::xml_node merge = Child(Child(cell, "tcPr"), "hMerge");
  return merge && Attribute(merge, "val") != "restart";
}

DocxRow ReadRow(pugi::xml_node node) {
  const pugi::xml_node look = Child(node, "trPr");
  DocxRow row;
  row.head = IsOn(look, "tblHeader");
  int at = CountOf(look, "gridBefore", 0);
  ForEach(node, "tc", [&](pugi::xml_node cell) {
    if (Child(Child(cell, "tcPr"), "cellDel")) return;
    if (at > kMostColumns) return;
    const DocxCell read = ReadCell(cell, at);
    at = read.end;
    if (GoesOnLeft(cell) && !row.cells.empty()) {
      row.cells.back().end = at;
    } else {
      row.cells.push_back(read);
    }
  });
  return row;
}

std::vector<std::int64_t> ReadWidths(pugi::xml_node table) {
  std::vector<std::int64_t> widths;
  for (const pugi::xml_node column : Child(table, "tblGrid").children()) {
    if (LocalName(column) != "gridCol") continue;
    if (widths.size() > static_cast<std::size_t>(kMostColumns)) break;
    const std::int64_t width = ToInt(Attribute(column, "w"), 0);
    widths.push_back(std::clamp<std::int64_t>(width, 0, kWidest));
  }
  const bool told = std::any_of(widths.begin(), widths.end(),
                                [](std::int64_t width) { return width > 0; });
  if (!told) widths.assign(widths.size(), kUsualWidth);
  return widths;
}

}  // namespace

absl::StatusOr<DocxTable> ReadTableCells(pugi::xml_node node) {
  DocxTable table;
  table.widths = ReadWidths(node);
  ForEach(node, "tr", [&](pugi::xml_node row) {
    const pugi::xml_node look = Child(row, "trPr");
    if (Child(look, "del") || IsOn(look, "hidden")) return;
    table.rows.push_back(ReadRow(row));
  });
  std::size_t columns = table.widths.size();
  for (const DocxRow& row : table.rows) {
    if (row.cells.empty()) continue;
    columns = std::max(columns, static_cast<std::size_t>(row.cells.back().end));
  }
  if (columns > static_cast<std::size_t>(kMostColumns)) {
    return FileTooLarge(
        "", absl::StrCat("a table has more than ", kMostColumns, " columns"));
  }
  table.widths.resize(columns, kUsualWidth);
  return table;
}

}  // namespace nianbao::intake
