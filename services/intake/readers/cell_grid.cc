// Grids of tables that were flattened to one cell a line.

#include <algorithm>

#include "services/intake/readers/cell_texts.h"
#include "services/intake/readers/table_rebuilder.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kWidest = 14;

// What a cell is for finding the width: figures and blanks such as "/" fill
// the same columns.
enum class CellType { kWords, kFigure, kNone };

CellType TypeOf(const GridCell& cell) {
  if (IsFigureCell(cell.text)) return CellType::kFigure;
  return IsNoFigure(cell.text) ? CellType::kNone : CellType::kWords;
}

bool SameType(CellType a, CellType b) {
  return a == b || ((a == CellType::kNone) != (b == CellType::kNone) &&
                    a != CellType::kWords && b != CellType::kWords);
}

// Rows of `width` that fit the pattern of the last full row, counted from
// `end` backwards.
std::size_t CountRows(const std::vector<GridCell>& cells, std::size_t width,
                      std::size_t end) {
  std::size_t rows = 0;
  while ((rows + 1) * width <= end) {
    const std::size_t row = end - (rows + 1) * width;
    for (std::size_t i = 0; i < width; ++i) {
      if (!SameType(TypeOf(cells[row + i]), TypeOf(cells[end - width + i]))) {
        return rows;
      }
    }
    ++rows;
  }
  return rows;
}

// How a run of cells falls into rows.
struct Layout {
  std::size_t width = 0;
  std::size_t head = 0;  // cells of the head
  std::size_t rows = 0;  // full rows
  std::size_t tail = 0;  // cells of a last row that lost its first cell
};

bool HasBothTypes(const std::vector<GridCell>& cells, std::size_t begin,
                  std::size_t width) {
  bool figure = false;
  for (std::size_t i = 0; i < width; ++i) {
    figure = figure || TypeOf(cells[begin + i]) == CellType::kFigure;
  }
  return figure && width > 1;
}

// All ways in which the end of `cells` falls into two full rows or more. The
// head may have any size.
std::vector<Layout> LayoutsOf(const std::vector<GridCell>& cells) {
  std::vector<Layout> layouts;
  for (std::size_t width = 2; width <= std::min(kWidest, cells.size());
       ++width) {
    for (const std::size_t tail : {std::size_t{0}, width - 1}) {
      if (tail >= cells.size()) continue;
      const std::size_t end = cells.size() - tail;
      const std::size_t rows = CountRows(cells, width, end);
      if (rows < 2 || !HasBothTypes(cells, end - width, width)) continue;
      layouts.push_back({width, end - rows * width, rows, tail});
    }
  }
  return layouts;
}

Layout FindLayout(const std::vector<GridCell>& cells) {
  Layout best;
  for (const Layout& layout : LayoutsOf(cells)) {
    const bool fits =
        layout.head + 1 >= layout.width && layout.head <= 3 * layout.width;
    if (fits && layout.rows * layout.width + layout.tail >
                    best.rows * best.width + best.tail) {
      best = layout;
    }
  }
  return best;
}

std::vector<GridCell> CellsOf(const std::vector<Line>& lines) {
  std::vector<GridCell> cells;
  for (const Line& line : lines)
    cells.push_back({Trim(line.text), line.number});
  return cells;
}

std::size_t CountAmong(const std::vector<GridCell>& cells, std::size_t end) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.begin() + static_cast<long>(end),
                    [](const GridCell& c) { return c.text == "其中"; }));
}

// How many cells stand below each 其中; zero where the head has another shape.
std::size_t CellsBelowEach(const std::vector<GridCell>& cells,
                           const Layout& layout, std::size_t among) {
  if (among == 0 || layout.head - among != layout.width - 1) return 0;
  for (std::size_t each = (layout.head - among) / among; each > 1; --each) {
    if (CountAmong(cells, layout.head - each * among) == among) return each;
  }
  return 0;
}

// The head of merged cells: the first row's 其中 cover the second row's cells
// in equal parts.
std::vector<GridRow> MergedHead(const std::vector<GridCell>& cells,
                                const Layout& layout) {
  const std::size_t among = CountAmong(cells, layout.head);
  const std::size_t each = CellsBelowEach(cells, layout, among);
  if (each == 0) return {};
  const std::size_t first = layout.head - each * among;
  GridRow upper{{GridCell{}}, cells[0].line};
  GridRow lower{{GridCell{}}, cells[first].line};
  std::size_t next = first;
  for (std::size_t i = 0; i < first; ++i) {
    upper.cells.push_back(cells[i]);
    if (cells[i].text != "其中") {
      lower.cells.push_back({});
      continue;
    }
    for (std::size_t k = 0; k < each && next < layout.head; ++k) {
      if (k > 0) upper.cells.push_back({});
      lower.cells.push_back(cells[next++]);
    }
  }
  return {upper, lower};
}

std::vector<GridRow> Head(const std::vector<GridCell>& cells,
                          const Layout& layout) {
  if (layout.head > layout.width) {
    auto merged = MergedHead(cells, layout);
    if (!merged.empty()) return merged;
  }
  // The last cells are nearest to the columns; a lost corner stays blank.
  GridRow row{{}, cells[0].line};
  const std::size_t used = std::min(layout.head, layout.width);
  row.cells.resize(layout.width - used);
  for (std::size_t i = layout.head - used; i < layout.head; ++i) {
    row.cells.push_back(cells[i]);
  }
  return {row};
}

}  // namespace

std::size_t CellsBeforeGrid(const std::vector<Line>& lines) {
  // With fewer cells before them the rows stay what they are.
  std::size_t before = lines.size();
  for (const Layout& layout : LayoutsOf(CellsOf(lines))) {
    const std::size_t most = 3 * layout.width;
    before = std::min(before, layout.head > most ? layout.head - most : 1);
  }
  return before;
}

std::vector<GridRow> GridOfCells(const std::vector<Line>& lines) {
  const std::vector<GridCell> cells = CellsOf(lines);
  const Layout layout = FindLayout(cells);
  if (layout.rows == 0) return {};
  std::vector<GridRow> grid;
  if (layout.head > 0) grid = Head(cells, layout);
  std::size_t at = layout.head;
  for (std::size_t r = 0; r < layout.rows; ++r) {
    GridRow row{{}, cells[at].line};
    for (std::size_t i = 0; i < layout.width; ++i) {
      row.cells.push_back(cells[at++]);
    }
    grid.push_back(std::move(row));
  }
  if (layout.tail > 0) {
    GridRow row{{GridCell{}}, cells[at].line};
    while (at < cells.size()) row.cells.push_back(cells[at++]);
    grid.push_back(std::move(row));
  }
  return grid;
}

}  // namespace nianbao::intake
