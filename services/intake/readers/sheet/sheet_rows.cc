#include "services/intake/readers/sheet/sheet_rows.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "services/intake/readers/cell_texts.h"

namespace nianbao::intake {
namespace {

// More tables than this never stand side by side.
constexpr std::size_t kMostSpans = 32;

int RowOf(const SheetRow& row) { return row.front()->place.row; }

bool IsHead(const SheetRow& row) { return row.size() > 1 && !HasFigure(row); }

std::vector<SheetRow> RowsOf(const SheetCells& sheet) {
  std::vector<SheetRow> rows;
  for (const SheetCell& cell : sheet.cells) {
    if (rows.empty() || RowOf(rows.back()) != cell.place.row) {
      rows.emplace_back();
    }
    rows.back().push_back(&cell);
  }
  return rows;
}

// The last row of each merge by the row that it begins in.
std::map<int, int> MergedRows(const SheetCells& sheet) {
  std::map<int, int> last;
  for (const CellRange& merge : sheet.merges) {
    int& row = last[merge.first.row];
    row = std::max(row, merge.last.row);
  }
  return last;
}

// Columns that a group fills: spans [first, last] with blank ones between.
using Spans = std::vector<std::pair<int, int>>;

Spans FilledSpans(const RowGroup& group, const std::vector<CellRange>& merges) {
  std::map<std::pair<int, int>, int> merged;
  for (const CellRange& merge : merges) {
    merged[{merge.first.row, merge.first.column}] = merge.last.column;
  }
  Spans filled;
  for (const SheetRow& row : group) {
    if (row.size() < 2) continue;  // a line above or below a table
    for (const SheetCell* cell : row) {
      const auto& [r, c] = cell->place;
      const auto merge = merged.find({r, c});
      filled.emplace_back(c, merge == merged.end() ? c : merge->second);
    }
  }
  std::sort(filled.begin(), filled.end());
  Spans spans;
  for (const auto& [first, last] : filled) {
    if (spans.empty() || first > spans.back().second + 1) {
      spans.emplace_back(first, last);
    } else {
      spans.back().second = std::max(spans.back().second, last);
    }
  }
  return spans;
}

RowGroup Part(const RowGroup& group, int first, int last) {
  RowGroup part;
  for (const SheetRow& row : group) {
    SheetRow cells;
    for (const SheetCell* cell : row) {
      const int column = cell->place.column;
      if (column >= first && column <= last) cells.push_back(cell);
    }
    if (!cells.empty()) part.push_back(std::move(cells));
  }
  return part;
}

// Whether most rows with figures begin with words in the part's first column.
bool StandsAlone(const RowGroup& part) {
  int first = kSheetColumns;
  for (const SheetRow& row : part) {
    if (row.size() > 1) first = std::min(first, row.front()->place.column);
  }
  int figures = 0;
  int named = 0;
  for (const SheetRow& row : part) {
    if (!HasFigure(row)) continue;
    ++figures;
    const SheetCell& cell = *row.front();
    const bool words = cell.place.column == first && !IsFigureCell(cell.text);
    if (words) ++named;
  }
  return figures > 0 && 2 * named > figures;
}

}  // namespace

bool HasFigure(const SheetRow& row) {
  return std::any_of(row.begin(), row.end(), [](const SheetCell* cell) {
    return IsFigureCell(cell->text);
  });
}

std::vector<RowGroup> GroupRows(const SheetCells& sheet) {
  const std::vector<SheetRow> rows = RowsOf(sheet);
  const std::map<int, int> merged = MergedRows(sheet);
  std::vector<RowGroup> groups;
  int reached = 0;
  bool figures = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int row = RowOf(rows[i]);
    const bool gap = row > reached + 1;
    const bool goes_on = figures && rows[i].size() > 1 && HasFigure(rows[i]);
    const bool titled = figures && rows[i].size() == 1 && i + 1 < rows.size() &&
                        IsHead(rows[i + 1]);
    if (groups.empty() || (gap && !goes_on) || titled) {
      groups.emplace_back();
      figures = false;
    }
    groups.back().push_back(rows[i]);
    figures = figures || HasFigure(rows[i]);
    reached = std::max(reached, row);
    if (const auto merge = merged.find(row); merge != merged.end()) {
      reached = std::max(reached, merge->second);
    }
  }
  return groups;
}

std::vector<RowGroup> SplitSideBySide(const RowGroup& group,
                                      const std::vector<CellRange>& merges) {
  const Spans spans = FilledSpans(group, merges);
  if (spans.size() < 2 || spans.size() > kMostSpans) return {group};
  Spans parts = {spans.front()};
  for (std::size_t i = 1; i < spans.size(); ++i) {
    const bool alone =
        StandsAlone(Part(group, parts.back().first, parts.back().second)) &&
        StandsAlone(Part(group, spans[i].first, spans[i].second));
    if (alone) {
      parts.push_back(spans[i]);
    } else {
      parts.back().second = spans[i].second;
    }
  }
  if (parts.size() == 1) return {group};
  // Lines above and below belong to the part that they stand over.
  parts.front().first = 1;
  parts.back().second = kSheetColumns;
  std::vector<RowGroup> groups;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const int last =
        i + 1 < parts.size() ? parts[i + 1].first - 1 : parts[i].second;
    groups.push_back(Part(group, parts[i].first, last));
  }
  return groups;
}

}  // namespace nianbao::intake
