#include "services/intake/readers/pdf/box_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "services/intake/readers/broken_lines.h"

namespace nianbao::intake {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
// Lines of a row at most.
constexpr std::size_t kMostLines = 16;

// Costs of a row that does not look like one.
constexpr double kBlankCell = 0.3;
constexpr double kShortLine = 0.8;  // a line that left room for the next
constexpr double kCutLines = 1;     // lines side by side in different rows
constexpr double kWordsOfFigure = 0.5;
// Lines that differ by less stand at one height, in distances of lines.
constexpr double kSameHeight = 0.15;
constexpr double kSideBySide = 0.75;
// Lines of one cell are not further apart.
constexpr double kSameCell = 1.3;
constexpr double kRoom = 1.6;  // in em

enum class Alignment { kMiddle, kTop };

// A cell while its row is being tried.
struct Trial {
  ColumnRange columns;
  const CellLine* first = nullptr;
  const CellLine* last = nullptr;
};

// Finds the cheapest grouping.
class RowGrouper {
 public:
  RowGrouper(const std::vector<CellLines>& lines, std::size_t columns)
      : lines_(lines),
        columns_(columns),
        distance_(LineDistance(lines, columns)),
        widths_(columns, 0) {
    for (const CellLines& line : lines) {
      for (const CellLine& cell : line) {
        if (cell.columns.first != cell.columns.last) continue;
        double& width = widths_[cell.columns.first];
        width = std::max(width, cell.width());
      }
    }
  }

  // Ends of the rows.
  std::vector<std::size_t> Group() const {
    std::vector<std::size_t> middle;
    std::vector<std::size_t> top;
    return Cheapest(Alignment::kTop, top) < Cheapest(Alignment::kMiddle, middle)
               ? top
               : middle;
  }

 private:
  double Cheapest(Alignment alignment, std::vector<std::size_t>& ends) const {
    const std::size_t count = lines_.size();
    std::vector<double> best(count + 1, kNever);
    std::vector<std::size_t> begin(count + 1, 0);
    best[0] = 0;
    for (std::size_t from = 0; from < count; ++from) {
      std::vector<Trial> cells;
      double joined = best[from] + CutBefore(from);
      for (std::size_t to = from; to < std::min(from + kMostLines, count);
           ++to) {
        joined += AddLine(lines_[to], cells);
        if (joined == kNever) break;
        const double cost = joined + ShapeOf(alignment, cells);
        if (cost < best[to + 1]) {
          best[to + 1] = cost;
          begin[to + 1] = from;
        }
      }
    }
    for (std::size_t end = count; end > 0; end = begin[end]) {
      ends.push_back(end);
    }
    std::reverse(ends.begin(), ends.end());
    return best[count];
  }

  double CutBefore(std::size_t line) const {
    if (line == 0) return 0;
    const double step =
        lines_[line].front().center - lines_[line - 1].front().center;
    return step < kSideBySide * distance_ ? kCutLines : 0;
  }

  // Cost of a row that takes in a further line.
  double AddLine(const CellLines& line, std::vector<Trial>& cells) const {
    double cost = 0;
    for (const CellLine& part : line) {
      const auto met = std::find_if(
          cells.begin(), cells.end(),
          [&](const Trial& cell) { return cell.columns.Meets(part.columns); });
      if (met == cells.end()) {
        cells.push_back({part.columns, &part, &part});
        continue;
      }
      cost += Continue(*met, part);
      met->last = &part;
    }
    return cost;
  }

  double Continue(const Trial& cell, const CellLine& part) const {
    const CellLine& last = *cell.last;
    if (!(cell.columns == part.columns)) return kNever;
    if (last.figure && part.figure) return kNever;
    if (part.center - last.center > kSameCell * distance_) return kNever;
    if (last.figure != part.figure) return kWordsOfFigure;
    const bool single = part.columns.first == part.columns.last;
    const double width = single ? widths_[part.columns.first] : 0;
    return last.width() < width - kRoom * last.em ? kShortLine : 0;
  }

  double ShapeOf(Alignment alignment, const std::vector<Trial>& cells) const {
    double top = kNever;
    double bottom = -kNever;
    std::size_t filled = 0;
    for (const Trial& cell : cells) {
      top = std::min(top, cell.first->center);
      bottom = std::max(bottom, cell.last->center);
      filled += cell.columns.last - cell.columns.first + 1;
    }
    double cost =
        kBlankCell * static_cast<double>(columns_ - std::min(filled, columns_));
    for (const Trial& cell : cells) {
      const double off =
          alignment == Alignment::kTop
              ? cell.first->center - top
              : (cell.first->center + cell.last->center - top - bottom) / 2;
      cost += std::max(0.0, std::abs(off) / distance_ - kSameHeight);
    }
    return cost;
  }

  const std::vector<CellLines>& lines_;
  const std::size_t columns_;
  const double distance_;
  std::vector<double> widths_;
};

BoxRow MakeRow(const std::vector<CellLines>& lines, std::size_t begin,
               std::size_t end) {
  BoxRow row;
  row.top = lines[begin].front().center;
  row.bottom = row.top;
  std::vector<std::vector<std::string>> texts;
  std::vector<double> tops;
  for (std::size_t i = begin; i < end; ++i) {
    for (const CellLine& part : lines[i]) {
      row.top = std::min(row.top, part.center);
      row.bottom = std::max(row.bottom, part.center);
      std::size_t at = 0;
      while (at < row.cells.size() &&
             !(row.cells[at].columns == part.columns)) {
        ++at;
      }
      if (at == row.cells.size()) {
        row.cells.push_back({part.columns, "", part.left, part.right});
        texts.emplace_back();
      }
      BoxCell& cell = row.cells[at];
      cell.left = std::min(cell.left, part.left);
      cell.right = std::max(cell.right, part.right);
      cell.figure = cell.figure || part.figure;
      if (texts[at].empty()) tops.push_back(part.center);
      cell.center = (tops[at] + part.center) / 2;
      texts[at].push_back(part.text);
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    row.cells[i].text = JoinWrapped(texts[i]);
  }
  row.center = (row.top + row.bottom) / 2;
  for (const BoxCell& cell : row.cells) {
    if (cell.figure) row.center = cell.center;
  }
  std::sort(row.cells.begin(), row.cells.end(),
            [](const BoxCell& a, const BoxCell& b) {
              return a.columns.first < b.columns.first;
            });
  return row;
}

}  // namespace

const BoxCell* BoxRow::Find(std::size_t column) const {
  for (const BoxCell& cell : cells) {
    if (cell.columns.first <= column && column <= cell.columns.last) {
      return &cell;
    }
  }
  return nullptr;
}

double LineDistance(const std::vector<CellLines>& lines, std::size_t columns) {
  constexpr double kUsual = 1.5;
  constexpr double kLeast = 0.9;
  std::vector<double> last(columns, -kNever);
  double nearest = kNever;
  double em = 1;
  for (const CellLines& line : lines) {
    for (const CellLine& cell : line) {
      em = std::max(em, cell.em);
      if (cell.columns.first != cell.columns.last) continue;
      double& above = last[cell.columns.first];
      const double step = cell.center - above;
      if (step > kLeast * cell.em) nearest = std::min(nearest, step);
      above = cell.center;
    }
  }
  return nearest == kNever ? kUsual * em : nearest;
}

std::vector<BoxRow> GroupRows(const std::vector<CellLines>& lines,
                              std::size_t columns) {
  std::vector<CellLines> filled;
  for (const CellLines& line : lines) {
    if (!line.empty()) filled.push_back(line);
  }
  if (filled.empty()) return {};
  std::vector<BoxRow> rows;
  std::size_t begin = 0;
  for (const std::size_t end : RowGrouper(filled, columns).Group()) {
    rows.push_back(MakeRow(filled, begin, end));
    begin = end;
  }
  return rows;
}

}  // namespace nianbao::intake
