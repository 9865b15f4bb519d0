#include "services/intake/readers/docx/column_edges.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

namespace nianbao::intake {
namespace {

// A sliver is narrower than one part in so many of the table, and of the
// middle one of its cells.
constexpr std::int64_t kTablePart = 50;
constexpr std::int64_t kCellPart = 4;

std::vector<std::int64_t> EdgesOf(const DocxTable& table) {
  std::vector<std::int64_t> edges = {0};
  for (const std::int64_t width : table.widths) {
    edges.push_back(edges.back() + width);
  }
  return edges;
}

std::size_t Index(int i) { return static_cast<std::size_t>(i); }

std::int64_t SliverWidth(const DocxTable& table,
                         const std::vector<std::int64_t>& edges) {
  std::vector<std::int64_t> widths;
  for (const DocxRow& row : table.rows) {
    for (const DocxCell& cell : row.cells) {
      if (!cell.text.empty()) {
        widths.push_back(edges[Index(cell.end)] - edges[Index(cell.begin)]);
      }
    }
  }
  const std::int64_t by_table = edges.back() / kTablePart;
  if (widths.empty()) return by_table;
  const auto middle =
      widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return std::min(by_table, *middle / kCellPart);
}

// Where a merge goes on: the row and cell that it began with.
struct Origin {
  std::size_t row = 0;
  std::size_t cell = 0;
};

// Forgets merges that end where [begin, end) holds another cell.
void CloseMerges(int begin, int end, std::map<int, Origin>& open) {
  open.erase(open.lower_bound(begin), open.lower_bound(end));
}

bool IsBlank(const MergedRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const MergedCell& cell) { return cell.text.empty(); });
}

// Blank rows at the end would hide that the row above them is the total.
void DropBlankEnd(std::vector<MergedRow>& rows) {
  while (!rows.empty() && IsBlank(rows.back())) rows.pop_back();
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const int most = static_cast<int>(rows.size() - r);
    for (MergedCell& cell : rows[r].cells) {
      cell.row_span = std::min(cell.row_span, most);
    }
  }
}

}  // namespace

std::vector<int> ColumnsOfEdges(const DocxTable& table) {
  const std::vector<std::int64_t> edges = EdgesOf(table);
  const std::int64_t sliver = SliverWidth(table, edges);
  std::vector<bool> kept(edges.size(), false);
  for (const DocxRow& row : table.rows) {
    for (const DocxCell& cell : row.cells) {
      const bool narrow =
          edges[Index(cell.end)] - edges[Index(cell.begin)] < sliver;
      if (narrow && !cell.text.empty()) kept[Index(cell.end)] = true;
    }
  }
  std::vector<int> columns = {0};
  std::int64_t begin = 0;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    const bool same = edges[i] - begin < sliver && !kept[i];
    columns.push_back(same ? columns.back() : columns.back() + 1);
    if (!same) begin = edges[i];
  }
  return columns;
}

std::vector<MergedRow> MergeCells(const DocxTable& table) {
  const std::vector<int> columns = ColumnsOfEdges(table);
  std::vector<MergedRow> rows;
  std::map<int, Origin> open;
  for (const DocxRow& source : table.rows) {
    MergedRow row;
    row.head = source.head;
    for (const DocxCell& cell : source.cells) {
      const int column = columns[Index(cell.begin)];
      const int span = columns[Index(cell.end)] - column;
      if (span == 0) continue;
      const auto origin = open.find(column);
      if (cell.goes_on && origin != open.end()) {
        ++rows[origin->second.row].cells[origin->second.cell].row_span;
        continue;
      }
      CloseMerges(column, column + span, open);
      if (cell.starts_merge) open[column] = {rows.size(), row.cells.size()};
      row.cells.push_back({cell.text, column, span, 1});
    }
    rows.push_back(std::move(row));
  }
  DropBlankEnd(rows);
  return rows;
}

}  // namespace nianbao::intake
