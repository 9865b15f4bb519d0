// Grids of tables that were flattened to one cell a line with an empty line
// behind each row: blank cells are lines with only a tab.

#include <algorithm>
#include <cstddef>

#include "services/intake/readers/cell_texts.h"
#include "services/intake/readers/table_rebuilder.h"

namespace nianbao::intake {
namespace {

// A line with only a tab is a blank cell; without, it ends a row.
bool EndsRow(const Line& line) {
  return line.kind == LineKind::kBlank &&
         line.text.find('\t') == std::string::npos;
}

bool IsBlankRow(const GridRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const auto& cell) { return cell.text.empty(); });
}

std::vector<GridRow> GroupsOf(const std::vector<Line>& lines) {
  std::vector<GridRow> groups;
  bool open = false;
  for (const Line& line : lines) {
    if (line.kind == LineKind::kPageNumber) continue;
    if (EndsRow(line)) {
      open = false;
      continue;
    }
    if (!open) groups.push_back({{}, line.number});
    open = true;
    const std::string text = Trim(line.text);
    groups.back().cells.push_back({text, text.empty() ? 0 : line.number});
  }
  while (!groups.empty() && IsBlankRow(groups.back())) groups.pop_back();
  return groups;
}

// A row that is one merged cell, such as a title above some rows, and a last
// row whose name covers all columns of names: their cells are few.
void WidenMergedRows(std::vector<GridRow>& groups) {
  std::size_t width = 0;
  for (const GridRow& row : groups) width = std::max(width, row.cells.size());
  for (std::size_t i = 1; i < groups.size(); ++i) {
    auto& cells = groups[i].cells;
    if (cells.size() == 1 && !IsFigureCell(cells[0].text)) {
      cells.resize(width);
    } else if (i + 1 == groups.size() && cells.size() > 1) {
      cells.insert(cells.begin() + 1, width - cells.size(), GridCell{});
    }
  }
}

// Leading groups that are narrower than the rest; all of them where the rest
// is not of one width.
std::size_t CountNarrow(const std::vector<GridRow>& groups) {
  const std::size_t width = groups.back().cells.size();
  std::size_t narrow = groups.size();
  while (narrow > 0 && groups[narrow - 1].cells.size() == width) --narrow;
  return narrow;
}

bool HasFigures(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const auto& cell) { return IsFigureCell(cell.text); });
}

// How many columns each cell of `upper` covers that stands over words of
// `lower`: the same for all of them. Zero where that does not come out even.
std::size_t SpanOver(const GridRow& upper, const GridRow& lower) {
  const auto below = static_cast<std::size_t>(
      std::count_if(lower.cells.begin(), lower.cells.end(),
                    [](const auto& cell) { return !cell.text.empty(); }));
  const std::size_t alone = lower.cells.size() - below;
  if (upper.cells.size() <= alone) return 0;
  const std::size_t covering = upper.cells.size() - alone;
  return below % covering == 0 ? below / covering : 0;
}

// Spreads the merged cells of a first head over the columns of the second, in
// which the blank cells are those that the first covers from above. Whether it
// could.
bool SpreadHead(GridRow& upper, const GridRow& lower) {
  const std::size_t span = SpanOver(upper, lower);
  if (span < 2) return false;
  GridRow spread{{}, upper.line};
  for (const GridCell& cell : upper.cells) {
    const std::size_t at = spread.cells.size();
    if (at >= lower.cells.size()) return false;
    const std::size_t columns = lower.cells[at].text.empty() ? 1 : span;
    spread.cells.push_back(cell);
    spread.cells.resize(at + columns);
  }
  if (spread.cells.size() != lower.cells.size()) return false;
  upper = spread;
  return true;
}

}  // namespace

std::vector<GridRow> GridOfRowGroups(const std::vector<Line>& lines) {
  std::vector<GridRow> groups = GroupsOf(lines);
  if (groups.size() < 2 || groups.back().cells.size() < 2) return {};
  WidenMergedRows(groups);
  const std::size_t narrow = CountNarrow(groups);
  if (narrow > 1 || narrow + 2 > groups.size()) return {};
  if (narrow == 1 && !SpreadHead(groups[0], groups[1])) return {};
  const bool figures = std::any_of(groups.begin(), groups.end(), HasFigures);
  return figures ? groups : std::vector<GridRow>();
}

}  // namespace nianbao::intake
