#include "services/intake/readers/table_rebuilder.h"

#include <algorithm>

#include "services/intake/readers/cell_texts.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Cell;
using nianbao::document::v1::Row;
using nianbao::document::v1::Table;

// A head's words are wrapped because its column is narrow.
constexpr int kLongestWrap = 8;
// A name this short is the end of another one.
constexpr int kShortestName = 3;
// Wrapped names are as long as their column is wide; letters differ in width.
constexpr int kUnevenEnds = 2;

bool IsRule(const std::vector<std::string>& cells) {
  bool dashes = false;
  for (const std::string& cell : cells) {
    if (cell.find_first_not_of("-=") != std::string::npos) return false;
    dashes = dashes || !cell.empty();
  }
  return dashes;
}

bool HasFigure(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const auto& cell) { return IsFigureCell(cell.text); });
}

std::size_t Widest(const std::vector<GridRow>& grid) {
  std::size_t width = 0;
  for (const GridRow& row : grid) width = std::max(width, row.cells.size());
  return width;
}

// Which columns hold figures, by the rows of full width.
std::vector<bool> FigureColumns(const std::vector<GridRow>& grid,
                                std::size_t width) {
  std::vector<int> balance(width, 0);
  for (const GridRow& row : grid) {
    if (row.cells.size() != width || !HasFigure(row)) continue;
    for (std::size_t i = 0; i < width; ++i) {
      const std::string& text = row.cells[i].text;
      if (text.empty() || IsNoFigure(text)) continue;
      balance[i] += IsFigureCell(row.cells[i].text) ? 1 : -1;
    }
  }
  std::vector<bool> figures(width);
  for (std::size_t i = 0; i < width; ++i) figures[i] = balance[i] > 0;
  return figures;
}

int FitAt(const GridRow& row, const std::vector<bool>& figures,
          std::size_t shift) {
  int fit = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& text = row.cells[i].text;
    if (text.empty() || IsNoFigure(text)) continue;
    fit += IsFigureCell(text) == figures[i + shift] ? 1 : -1;
  }
  return fit;
}

void FillRow(GridRow& row, std::size_t width,
             const std::vector<bool>& figures) {
  while (!row.cells.empty() && row.cells.back().text.empty()) {
    row.cells.pop_back();
  }
  std::size_t best = 0;
  for (std::size_t shift = 1; shift + row.cells.size() <= width; ++shift) {
    if (FitAt(row, figures, shift) > FitAt(row, figures, best)) best = shift;
  }
  row.cells.insert(row.cells.begin(), best, GridCell{});
  row.cells.resize(width);
}

bool IsOpenBracket(const std::string& text) {
  const std::u32string words = Fold(text);
  return std::count(words.begin(), words.end(), U'(') >
         std::count(words.begin(), words.end(), U')');
}

int LongestIn(const std::vector<GridRow>& grid, std::size_t column) {
  int longest = 0;
  for (const GridRow& row : grid) {
    longest = std::max(longest, CountChars(row.cells[column].text));
  }
  return longest;
}

// Whether the words of `lower` end the name above them, which filled its cell.
bool EndsName(const std::vector<GridRow>& grid, const GridCell& upper,
              const GridCell& lower, std::size_t column) {
  if (upper.text.empty()) return false;
  if (IsOpenBracket(upper.text)) return true;
  if (column == 0 || lower.text.compare(0, 6, "其中") == 0) return false;
  return CountChars(lower.text) < kShortestName ||
         CountChars(upper.text) + kUnevenEnds >= LongestIn(grid, column);
}

// Whether a row holds nothing but the ends of names in the row above it.
bool EndsRow(const std::vector<GridRow>& grid, const GridRow& upper,
             const GridRow& lower, const std::vector<bool>& figures) {
  if (!HasFigure(upper) || HasFigure(lower)) return false;
  bool ends = false;
  for (std::size_t i = 0; i < lower.cells.size(); ++i) {
    if (lower.cells[i].text.empty()) continue;
    if (figures[i] || !EndsName(grid, upper.cells[i], lower.cells[i], i)) {
      return false;
    }
    ends = true;
  }
  return ends;
}

void JoinWrappedRows(std::vector<GridRow>& grid,
                     const std::vector<bool>& figures) {
  std::vector<GridRow> joined;
  for (GridRow& row : grid) {
    if (joined.empty() || !EndsRow(grid, joined.back(), row, figures)) {
      joined.push_back(row);
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].text.empty()) continue;
      joined.back().cells[i].wrapped.push_back(row.cells[i]);
    }
  }
  grid = std::move(joined);
}

// Whether `lower` goes on with the head that `upper` began: it has words where
// `upper` has merged cells.
bool ContinuesHead(const GridRow& upper, const GridRow& lower) {
  if (HasFigure(lower)) return false;
  for (std::size_t i = 1; i < upper.cells.size(); ++i) {
    if (upper.cells[i].text.empty() && !lower.cells[i].text.empty()) {
      return true;
    }
  }
  return false;
}

// 项目 2020 2021: years that follow each other, behind words.
bool HasYears(const GridRow& row) {
  if (row.cells.empty() || IsFigureCell(row.cells[0].text)) return false;
  int last = 0;
  int years = 0;
  for (const GridCell& cell : row.cells) {
    if (!IsFigureCell(cell.text)) continue;
    if (!IsYear(cell.text)) return false;
    const int year = std::stoi(ToUtf8(Fold(cell.text)));
    if (last != 0 && year != last + 1 && year != last - 1) return false;
    last = year;
    ++years;
  }
  return years > 1;
}

// Whether `lower` is the rest of words that were wrapped in the head `upper`:
// it has words below words over columns of figures, where a row would have
// figures, and no name of its own.
bool WrapsHead(const GridRow& upper, const GridRow& lower,
               const std::vector<bool>& figures) {
  if (HasFigure(lower) || upper.cells[0].text.empty()) return false;
  if (!lower.cells[0].text.empty()) return false;
  int over_figures = 0;
  for (std::size_t i = 1; i < lower.cells.size(); ++i) {
    const std::string& text = lower.cells[i].text;
    if (text.empty()) continue;
    if (IsNoFigure(text) || CountChars(text) > kLongestWrap) return false;
    if (figures[i] && !upper.cells[i].text.empty()) ++over_figures;
  }
  return over_figures > 0;
}

// How many columns a head covers: the blank cells right of it that have words
// of their own below.
int HeadSpan(const std::vector<GridRow>& grid, std::size_t row, std::size_t at,
             int head_rows) {
  int span = 1;
  if (static_cast<int>(row) + 1 >= head_rows) return span;
  const auto& cells = grid[row].cells;
  for (std::size_t i = at + 1; i < cells.size() && cells[i].text.empty(); ++i) {
    if (grid[row + 1].cells[i].text.empty()) break;
    ++span;
  }
  return span;
}

// Appends a source cell's text to what the cell has already.
void AddRun(const GridCell& source, const std::string& block_id, int row,
            int column, Cell& cell) {
  int begin = 0;
  for (const auto& run : cell.runs()) {
    begin += static_cast<int>(run.text().size());
  }
  auto* run = cell.add_runs();
  run->set_text(source.text);
  auto* place = run->mutable_place();
  place->set_block(block_id);
  place->set_row(row);
  place->set_column(column);
  place->set_begin(begin);
  place->set_end(begin + static_cast<int>(source.text.size()));
  place->set_line(source.line);
}

}  // namespace

int CountHeadRows(const std::vector<GridRow>& grid) {
  if (grid.empty() || (HasFigure(grid[0]) && !HasYears(grid[0]))) return 0;
  const std::vector<bool> figures = FigureColumns(grid, Widest(grid));
  std::size_t count = 1;
  while (count < grid.size() && count < 4 &&
         (ContinuesHead(grid[count - 1], grid[count]) ||
          WrapsHead(grid[0], grid[count], figures))) {
    ++count;
  }
  return static_cast<int>(count);
}

std::vector<GridRow> GridOfRows(const std::vector<Line>& lines) {
  std::vector<GridRow> grid;
  for (const Line& line : lines) {
    const std::vector<std::string> cells = SplitCells(line.text);
    if (IsRule(cells)) continue;
    GridRow row{{}, line.number};
    for (const std::string& cell : cells) {
      row.cells.push_back({cell, line.number});
    }
    grid.push_back(std::move(row));
  }
  const std::size_t width = Widest(grid);
  const std::vector<bool> figures = FigureColumns(grid, width);
  for (GridRow& row : grid) FillRow(row, width, figures);
  JoinWrappedRows(grid, figures);
  return grid;
}

Table MakeTable(const std::vector<GridRow>& grid, const std::string& block_id) {
  Table table;
  const int head_rows = CountHeadRows(grid);
  table.set_header_rows(head_rows);
  table.set_column_count(static_cast<int>(Widest(grid)));
  for (std::size_t r = 0; r < grid.size(); ++r) {
    Row* row = table.add_rows();
    row->set_line(grid[r].line);
    int covered = 0;
    for (std::size_t c = 0; c < grid[r].cells.size(); ++c) {
      if (covered > 0) {
        --covered;
        continue;
      }
      const GridCell& source = grid[r].cells[c];
      Cell* cell = row->add_cells();
      cell->set_column(static_cast<int>(c));
      const bool head = static_cast<int>(r) < head_rows;
      cell->set_header(head);
      const int span =
          head && !source.text.empty() ? HeadSpan(grid, r, c, head_rows) : 1;
      if (span > 1) cell->set_column_span(span);
      covered = span - 1;
      if (source.text.empty()) continue;
      AddRun(source, block_id, static_cast<int>(r), static_cast<int>(c), *cell);
      for (const GridCell& rest : source.wrapped) {
        AddRun(rest, block_id, static_cast<int>(r), static_cast<int>(c), *cell);
      }
    }
  }
  return table;
}

}  // namespace nianbao::intake
