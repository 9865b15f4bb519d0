#include "services/intake/readers/merged_table.h"

#include <algorithm>
#include <cstddef>

#include "services/intake/readers/table_rebuilder.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Cell;
using nianbao::document::v1::Row;
using nianbao::document::v1::Table;

bool HasSpans(const std::vector<MergedRow>& rows) {
  for (const MergedRow& row : rows) {
    for (const MergedCell& cell : row.cells) {
      if (cell.column_span > 1 || cell.row_span > 1) return true;
    }
  }
  return false;
}

std::vector<GridRow> GridOf(const std::vector<MergedRow>& rows, int columns) {
  std::vector<GridRow> grid;
  for (const MergedRow& row : rows) {
    GridRow line{{}, row.line};
    line.cells.resize(static_cast<std::size_t>(columns));
    for (const MergedCell& cell : row.cells) {
      line.cells[static_cast<std::size_t>(cell.column)] = {cell.text, row.line};
    }
    grid.push_back(std::move(line));
  }
  return grid;
}

// Heads that the file marks; none where it marks every row.
int CountMarked(const std::vector<MergedRow>& rows) {
  std::size_t count = 0;
  while (count < rows.size() && rows[count].head) ++count;
  return count == rows.size() ? 0 : static_cast<int>(count);
}

void SetText(const MergedCell& source, const std::string& block_id, int row,
             int line, Cell& cell) {
  if (source.text.empty()) return;
  auto* run = cell.add_runs();
  run->set_text(source.text);
  auto* place = run->mutable_place();
  place->set_block(block_id);
  place->set_row(row);
  place->set_column(source.column);
  place->set_end(static_cast<int>(source.text.size()));
  place->set_line(line);
}

// Adds the blank cells right of a data cell that covered them.
void AddCovered(const MergedCell& source, Row& row) {
  for (int i = 1; i < source.column_span; ++i) {
    row.add_cells()->set_column(source.column + i);
  }
}

}  // namespace

int CountColumns(const std::vector<MergedRow>& rows) {
  int columns = 0;
  for (const MergedRow& row : rows) {
    for (const MergedCell& cell : row.cells) {
      columns = std::max(columns, cell.column + cell.column_span);
    }
  }
  return columns;
}

Table MakeMergedTable(const std::vector<MergedRow>& rows,
                      const std::string& block_id) {
  const int columns = CountColumns(rows);
  const std::vector<GridRow> grid = GridOf(rows, columns);
  const int marked = CountMarked(rows);
  if (!HasSpans(rows) && marked == 0) return MakeTable(grid, block_id);
  const int head_rows = std::max(marked, CountHeadRows(grid));
  Table table;
  table.set_column_count(columns);
  table.set_header_rows(head_rows);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Row* row = table.add_rows();
    row->set_line(rows[r].line);
    const bool head = static_cast<int>(r) < head_rows;
    for (const MergedCell& source : rows[r].cells) {
      Cell* cell = row->add_cells();
      cell->set_column(source.column);
      cell->set_header(head);
      if (source.row_span > 1) cell->set_row_span(source.row_span);
      SetText(source, block_id, static_cast<int>(r), rows[r].line, *cell);
      if (!head) {
        AddCovered(source, *row);
      } else if (source.column_span > 1) {
        cell->set_column_span(source.column_span);
      }
    }
  }
  return table;
}

}  // namespace nianbao::intake
