#include "services/intake/readers/pdf/row_groups.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "services/intake/readers/broken_lines.h"

namespace nianbao::intake {
namespace {

// Lines of one cell are not further apart, in distances of lines.
constexpr double kSameCell = 1.25;
// A column has groups where it has fewer lines than this part of the rows.
constexpr double kFewer = 0.8;
// How far a cell may stand from the middle of its rows, in distances of rows.
constexpr double kOff = 0.35;
// And from a row that it stands beside.
constexpr double kBeside = 0.2;

// Lines that show figures in a column.
std::vector<std::size_t> FigureLines(const std::vector<CellLines>& lines,
                                     std::size_t column) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const CellLine& cell : lines[i]) {
      if (cell.figure && cell.columns.first == column &&
          cell.columns.last == column) {
        found.push_back(i);
      }
    }
  }
  return found;
}

// Whether a text names a row alone: there are figures beside it, and no other
// words left of them.
bool NamesRow(const CellLine& part, const CellLines& line,
              std::size_t first_figures) {
  bool figures = false;
  for (const CellLine& cell : line) {
    if (cell.columns.first >= first_figures) {
      figures = figures || cell.figure;
    } else if (&cell != &part) {
      return false;
    }
  }
  return figures;
}

// The cells of a column from the height `top` on; empty where it shows figures.
std::vector<GroupCell> CellsOf(const std::vector<CellLines>& lines,
                               std::size_t column, std::size_t first_figures,
                               double top, double distance) {
  std::vector<GroupCell> cells;
  for (const CellLines& line : lines) {
    for (const CellLine& part : line) {
      if (part.columns.first != column || part.columns.last != column ||
          part.center < top) {
        continue;
      }
      if (part.figure) return {};
      const bool own = NamesRow(part, line, first_figures);
      const bool same =
          !own && !cells.empty() && !cells.back().names_row &&
          part.center - cells.back().lines.back().center < kSameCell * distance;
      if (!same) cells.push_back({column, own, {}});
      cells.back().lines.push_back(part);
    }
  }
  return cells;
}

// Whether a column has clearly fewer lines than rows. Cells can't be counted
// before the rows are known: those of rows close to each other look like one.
bool AreGroups(const std::vector<GroupCell>& cells, std::size_t rows) {
  std::size_t lines = 0;
  for (const GroupCell& cell : cells) lines += cell.lines.size();
  return lines >= 1 && rows >= 2 &&
         static_cast<double>(lines) < kFewer * static_cast<double>(rows);
}

void Remove(const GroupCell& group, std::vector<CellLines>& lines) {
  const double top = group.lines.front().center;
  const double bottom = group.lines.back().center;
  for (CellLines& line : lines) {
    line.erase(std::remove_if(line.begin(), line.end(),
                              [&](const CellLine& cell) {
                                return cell.columns.first == group.column &&
                                       cell.columns.last == group.column &&
                                       cell.center >= top &&
                                       cell.center <= bottom;
                              }),
               line.end());
  }
}

double Middle(const std::vector<BoxRow>& rows, std::size_t first,
              std::size_t last) {
  return (rows[first].top + rows[first].bottom + rows[last].top +
          rows[last].bottom) /
         4;
}

// Rows that cells of a column can stand for.
struct Places {
  std::vector<std::size_t> first;
  std::vector<std::size_t> last;
};

// First rows at or below each cell's height, as cells that begin with their
// first row stand.
std::size_t RowAt(const std::vector<BoxRow>& rows, double center) {
  std::size_t nearest = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto off = [&](std::size_t row) {
      return std::abs(Middle(rows, row, row) - center);
    };
    if (off(r) < off(nearest)) nearest = r;
  }
  return nearest;
}

// Parts the body's rows so that each cell stands in the middle of its rows;
// false where that does not come out even.
bool PartInMiddle(const std::vector<GroupCell>& cells,
                  const std::vector<BoxRow>& rows, std::size_t body,
                  Places& places) {
  std::size_t next = body;
  for (const GroupCell& cell : cells) {
    // Rows that have words of their own in the column are not grouped.
    while (next < rows.size() && rows[next].Find(cell.column) != nullptr) {
      ++next;
    }
    if (next >= rows.size()) return false;
    std::size_t best = next;
    for (std::size_t last = next; last < rows.size(); ++last) {
      if (rows[last].Find(cell.column) != nullptr) break;
      const double off = std::abs(Middle(rows, next, last) - cell.center());
      if (off < std::abs(Middle(rows, next, best) - cell.center())) {
        best = last;
      }
    }
    const double height = rows.size() > 1
                              ? (rows.back().bottom - rows.front().top) /
                                    static_cast<double>(rows.size() - 1)
                              : cell.lines.front().em;
    if (std::abs(Middle(rows, next, best) - cell.center()) > kOff * height) {
      return false;
    }
    places.first.push_back(next);
    places.last.push_back(best);
    next = best + 1;
  }
  // A last row may be the sum of all, without a group.
  return next + 1 >= rows.size();
}

// Whether each cell stands beside a row, the first one beside the first row:
// then each begins with its rows.
bool StandBesideRows(const std::vector<GroupCell>& cells,
                     const std::vector<BoxRow>& rows, std::size_t body) {
  if (body >= rows.size()) return false;
  const double height = rows.size() > 1
                            ? (rows.back().bottom - rows.front().top) /
                                  static_cast<double>(rows.size() - 1)
                            : cells.front().lines.front().em;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const GroupCell& cell = cells[i];
    const double center = cell.lines.front().center;
    // The row below one with a name of its own belongs to the next cell.
    const std::size_t below = RowAt(rows, center) + 1;
    const bool taken =
        below >= rows.size() || rows[below].Find(cell.column) != nullptr ||
        (i + 1 < cells.size() &&
         RowAt(rows, cells[i + 1].lines.front().center) == below);
    if (cell.names_row && !taken) return false;
    const std::size_t row = i == 0 ? body : RowAt(rows, center);
    if (std::abs(Middle(rows, row, row) - center) > kBeside * height) {
      return false;
    }
  }
  return true;
}

void Put(const GroupCell& group, int span, BoxRow& row) {
  std::vector<std::string> texts;
  BoxCell cell;
  cell.columns = {group.column, group.column};
  cell.left = group.lines.front().left;
  cell.right = group.lines.front().right;
  cell.row_span = span;
  for (const CellLine& line : group.lines) texts.push_back(line.text);
  cell.text = JoinWrapped(texts);
  const auto after = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const BoxCell& other) {
                                    return other.columns.first >= group.column;
                                  });
  if (after != row.cells.end() && after->columns.first == group.column) {
    after->text = JoinWrapped({after->text, cell.text});
    return;
  }
  row.cells.insert(after, std::move(cell));
}

// As above, where the first rows can belong to a cell of the page before.
bool PartInMiddleFromAny(const std::vector<GroupCell>& cells,
                         const std::vector<BoxRow>& rows, std::size_t body,
                         Places& places) {
  constexpr std::size_t kMostCarried = 8;
  for (std::size_t carried = 0; carried <= kMostCarried; ++carried) {
    places = Places();
    if (PartInMiddle(cells, rows, body + carried, places)) return true;
  }
  return false;
}

void PutColumn(const std::vector<GroupCell>& cells, std::size_t body,
               std::vector<BoxRow>& rows) {
  Places places;
  if (!StandBesideRows(cells, rows, body) &&
      PartInMiddleFromAny(cells, rows, body, places)) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t span = places.last[i] - places.first[i] + 1;
      Put(cells[i], static_cast<int>(span), rows[places.first[i]]);
    }
    return;
  }
  for (const GroupCell& cell : cells) {
    Put(cell, 1, rows[RowAt(rows, cell.lines.front().center)]);
  }
}

}  // namespace

void SpanPairs(std::vector<BoxRow>& rows) {
  constexpr double kNear = 0.2;
  for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
    BoxRow& upper = rows[r];
    BoxRow& lower = rows[r + 1];
    const double height = lower.center - upper.center;
    if (upper.head || height <= 0) continue;
    const auto between = [&](const BoxCell& cell) {
      return !cell.figure && cell.row_span == 1 &&
             std::abs(cell.center - upper.center - height / 2) < kNear * height;
    };
    for (BoxCell& cell : upper.cells) {
      const bool blank = lower.Find(cell.columns.first) == nullptr;
      if (blank && between(cell)) cell.row_span = 2;
    }
    for (std::size_t i = 0; i < lower.cells.size();) {
      BoxCell& cell = lower.cells[i];
      if (upper.Find(cell.columns.first) != nullptr || !between(cell)) {
        ++i;
        continue;
      }
      cell.row_span = 2;
      const auto after = std::find_if(
          upper.cells.begin(), upper.cells.end(), [&](const BoxCell& other) {
            return other.columns.first > cell.columns.first;
          });
      upper.cells.insert(after, std::move(cell));
      lower.cells.erase(lower.cells.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

std::vector<GroupCell> TakeGroupCells(std::size_t columns,
                                      std::vector<CellLines>& lines) {
  std::vector<std::size_t> rows;
  std::size_t first_figures = columns;
  for (std::size_t c = columns; c-- > 0;) {
    const auto found = FigureLines(lines, c);
    if (found.size() > rows.size()) rows = found;
    if (found.size() >= 2) first_figures = c;
  }
  if (rows.size() < 2) return {};
  const double distance = LineDistance(lines, columns);
  // Centers of a row's lines differ by half a line where cells are wrapped.
  const double top = lines[rows.front()].front().center - distance / 4;
  std::vector<GroupCell> groups;
  for (std::size_t c = 0; c < first_figures; ++c) {
    const auto cells = CellsOf(lines, c, first_figures, top, distance);
    if (!AreGroups(cells, rows.size())) continue;
    for (const GroupCell& cell : cells) Remove(cell, lines);
    groups.insert(groups.end(), cells.begin(), cells.end());
  }
  return groups;
}

void PutGroupCells(const std::vector<GroupCell>& groups,
                   std::vector<BoxRow>& rows) {
  std::size_t body = 0;
  while (body < rows.size() &&
         (rows[body].head ||
          std::none_of(
              rows[body].cells.begin(), rows[body].cells.end(),
              [](const BoxCell& cell) { return cell.figure; }))) {
    ++body;
  }
  if (rows.empty()) return;
  for (std::size_t begin = 0; begin < groups.size();) {
    std::size_t end = begin;
    while (end < groups.size() && groups[end].column == groups[begin].column) {
      ++end;
    }
    PutColumn({groups.begin() + static_cast<std::ptrdiff_t>(begin),
               groups.begin() + static_cast<std::ptrdiff_t>(end)},
              body, rows);
    begin = end;
  }
}

}  // namespace nianbao::intake
