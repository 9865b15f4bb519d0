#include "services/intake/readers/pdf/box_table.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "services/intake/readers/pdf/box_rows.h"
#include "services/intake/readers/pdf/head_cells.h"
#include "services/intake/readers/pdf/row_groups.h"

namespace nianbao::intake {
namespace {

std::vector<BoxRow> RowsOfPage(const LinePointers& lines,
                               const std::vector<BoxColumn>& columns) {
  std::vector<CellLines> cells = CellLinesOf(lines, columns);
  const std::vector<GroupCell> groups = TakeGroupCells(columns.size(), cells);
  std::vector<BoxRow> rows = GroupRows(cells, columns.size());
  MarkHeads(rows);
  SpanPairs(rows);
  PutGroupCells(groups, rows);
  for (BoxRow& row : rows) row.page = lines.front()->page;
  return rows;
}

bool SameTexts(const BoxRow& a, const BoxRow& b) {
  return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(),
                    b.cells.end(), [](const BoxCell& x, const BoxCell& y) {
                      return x.text == y.text && x.columns == y.columns;
                    });
}

// Rows of `rows` that repeat the heads of `table`.
std::size_t CountRepeated(const std::vector<BoxRow>& table,
                          const std::vector<BoxRow>& rows) {
  std::size_t heads = 0;
  while (heads < table.size() && table[heads].head) ++heads;
  if (heads > rows.size()) return 0;
  for (std::size_t i = 0; i < heads; ++i) {
    if (!SameTexts(table[i], rows[i])) return 0;
  }
  return heads;
}

// Where rows of a later page begin with blank cells of a column with merged
// ones, the last merged cell of the table goes on there.
void CarryOver(std::size_t begin, std::size_t columns,
               std::vector<BoxRow>& rows) {
  for (std::size_t c = 0; c < columns; ++c) {
    std::size_t end = begin;
    while (end < rows.size() && rows[end].Find(c) == nullptr) ++end;
    if (end == begin || end == rows.size()) continue;
    std::size_t last = begin;
    bool merged = rows[end].Find(c)->row_span > 1;
    BoxCell* cell = nullptr;
    while (last > 0 && cell == nullptr) {
      --last;
      for (BoxCell& one : rows[last].cells) {
        if (one.columns.first == c && one.columns.last == c) cell = &one;
      }
    }
    if (cell == nullptr || rows[last].head || cell->figure) continue;
    merged = merged || cell->row_span > 1;
    const std::size_t reach = last + static_cast<std::size_t>(cell->row_span);
    if (merged && reach == begin) {
      cell->row_span += static_cast<int>(end - begin);
    }
  }
}

MergedRow Merge(const BoxRow& row, std::size_t columns,
                const std::vector<bool>& covered) {
  MergedRow merged;
  merged.head = row.head;
  for (std::size_t c = 0; c < columns; ++c) {
    const BoxCell* cell = row.Find(c);
    if (cell == nullptr) {
      if (!covered[c]) merged.cells.push_back({"", static_cast<int>(c)});
      continue;
    }
    merged.cells.push_back(
        {cell->text, static_cast<int>(c),
         static_cast<int>(cell->columns.last - cell->columns.first) + 1,
         cell->row_span});
    c = cell->columns.last;
  }
  return merged;
}

}  // namespace

bool SameColumns(const LinePointers& earlier, const LinePointers& later) {
  const std::vector<BoxColumn> columns = FindColumns(earlier);
  LinePointers both = earlier;
  both.insert(both.end(), later.begin(), later.end());
  const std::vector<BoxColumn> joined = FindColumns(both);
  if (columns.size() < 2 || joined.size() != columns.size()) return false;
  const std::vector<BoxColumn> own = FindColumns(later);
  return own.size() <= columns.size();
}

BoxTable MakeBoxTable(const std::vector<LinePointers>& pages) {
  LinePointers all;
  for (const LinePointers& page : pages) {
    all.insert(all.end(), page.begin(), page.end());
  }
  const std::vector<BoxColumn> columns = FindColumns(all);
  if (columns.size() < 2) return {};
  std::vector<BoxRow> rows;
  for (const LinePointers& page : pages) {
    std::vector<BoxRow> more = RowsOfPage(page, columns);
    const std::size_t repeated = CountRepeated(rows, more);
    for (std::size_t i = repeated; i < more.size(); ++i) {
      if (!rows.empty()) more[i].head = false;
    }
    if (rows.empty()) {
      rows = std::move(more);
      continue;
    }
    const std::size_t begin = rows.size();
    rows.insert(rows.end(),
                std::make_move_iterator(more.begin() +
                                        static_cast<std::ptrdiff_t>(repeated)),
                std::make_move_iterator(more.end()));
    CarryOver(begin, columns.size(), rows);
  }
  SpreadHeads(columns, rows);
  BoxTable table;
  std::vector<int> covers(columns.size(), 0);
  for (const BoxRow& row : rows) {
    std::vector<bool> covered;
    for (int& left : covers) {
      covered.push_back(left > 0);
      left = std::max(left - 1, 0);
    }
    table.rows.push_back(Merge(row, columns.size(), covered));
    table.pages.push_back(row.page);
    for (const BoxCell& cell : row.cells) {
      for (std::size_t c = cell.columns.first; c <= cell.columns.last; ++c) {
        covers[c] = std::max(covers[c], cell.row_span - 1);
      }
    }
  }
  return table;
}

}  // namespace nianbao::intake
