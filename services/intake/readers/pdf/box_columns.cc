#include "services/intake/readers/pdf/box_columns.h"

#include <algorithm>
#include <cmath>

#include "services/intake/readers/cell_texts.h"

namespace nianbao::intake {
namespace {

// Rows of many cells against which spanning ones are recognised.
constexpr std::size_t kModelRows = 24;
// Texts that meet by less stand beside each other, in points.
constexpr double kTouch = 0.5;
// Nearer lines stand beside each other in one row, in em.
constexpr double kHalfLine = 0.85;
// A part is rare that has one text for this many lines.
constexpr std::size_t kFewTexts = 8;

bool Overlap(double left, double right, double from, double to) {
  return std::min(right, to) - std::max(left, from) > kTouch;
}

// Whether a segment stands over two texts of a row.
bool Spans(const Segment& segment, const LinePointers& models) {
  return std::any_of(models.begin(), models.end(), [&](const auto* row) {
    int below = 0;
    for (const Segment& other : row->segments) {
      if (Overlap(segment.left, segment.right, other.left, other.right)) {
        ++below;
      }
    }
    return below > 1;
  });
}

// Whether two lines can belong to one row with a wrapped cell.
bool StandNear(const PrintedLine& a, const PrintedLine& b) {
  return a.page == b.page &&
         std::abs(a.center - b.center) < kHalfLine * std::max(a.em, b.em);
}

LinePointers RowsOfFigures(const LinePointers& lines) {
  LinePointers rows;
  LinePointers figures;
  for (const PrintedLine* line : lines) {
    if (line->segments.size() < 2) continue;
    rows.push_back(line);
    if (HasFigureSegment(*line)) figures.push_back(line);
  }
  return figures.size() >= 2 ? figures : rows;
}

// The rows, which are some of the lines in their order, and the lines of
// wrapped cells that stand between their figures.
LinePointers WithWrapped(const LinePointers& rows, const LinePointers& lines) {
  LinePointers all;
  auto next = rows.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool above = i > 0 && StandNear(*lines[i - 1], *lines[i]) &&
                       HasFigureSegment(*lines[i - 1]);
    const bool below = i + 1 < lines.size() &&
                       StandNear(*lines[i], *lines[i + 1]) &&
                       HasFigureSegment(*lines[i + 1]);
    const bool row = next != rows.end() && *next == lines[i];
    if (row) ++next;
    if (row || above || below) all.push_back(lines[i]);
  }
  return all;
}

LinePointers ModelRows(LinePointers rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
    return a->segments.size() > b->segments.size();
  });
  rows.resize(std::min(rows.size(), kModelRows));
  return rows;
}

// How many texts stand in a column alone.
std::size_t CountTexts(const BoxColumn& column, const LinePointers& lines) {
  std::size_t count = 0;
  for (const PrintedLine* line : lines) {
    for (const Segment& segment : line->segments) {
      if (segment.left >= column.left - kTouch &&
          segment.right <= column.right + kTouch) {
        ++count;
      }
    }
  }
  return count;
}

// Joins intervals that overlap.
std::vector<BoxColumn> Union(std::vector<BoxColumn> parts) {
  std::sort(parts.begin(), parts.end(),
            [](const auto& a, const auto& b) { return a.left < b.left; });
  std::vector<BoxColumn> columns;
  for (const BoxColumn& part : parts) {
    if (columns.empty() || part.left > columns.back().right - kTouch) {
      columns.push_back(part);
    } else {
      columns.back().right = std::max(columns.back().right, part.right);
    }
  }
  return columns;
}

// Whether some line has texts of its own in both columns.
bool StandBeside(const BoxColumn& a, const BoxColumn& b,
                 const LinePointers& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const auto* line) {
    bool in_a = false;
    bool in_b = false;
    for (const Segment& segment : line->segments) {
      const bool over_a = Overlap(segment.left, segment.right, a.left, a.right);
      const bool over_b = Overlap(segment.left, segment.right, b.left, b.right);
      in_a = in_a || (over_a && !over_b);
      in_b = in_b || (over_b && !over_a);
    }
    return in_a && in_b;
  });
}

// Texts of one column need not stand below each other: a part with few texts
// that never stand beside those of the next one is of the same column.
std::vector<BoxColumn> JoinParts(const std::vector<BoxColumn>& parts,
                                 const LinePointers& lines) {
  std::vector<BoxColumn> columns;
  const std::size_t few = 1 + lines.size() / kFewTexts;
  for (const BoxColumn& part : parts) {
    const bool rare =
        !columns.empty() && (CountTexts(columns.back(), lines) <= few ||
                             CountTexts(part, lines) <= few);
    if (rare && !StandBeside(columns.back(), part, lines)) {
      columns.back().right = part.right;
    } else {
      columns.push_back(part);
    }
  }
  return columns;
}

// Adds columns that only the heads have, right and left of the others and
// where two heads stand over a gap's sides.
void AddOuterColumns(const LinePointers& lines,
                     std::vector<BoxColumn>& columns) {
  std::vector<BoxColumn> outer;
  for (const PrintedLine* line : lines) {
    if (line->segments.size() < 2) continue;
    for (const Segment& segment : line->segments) {
      if (segment.left > columns.back().right + kTouch ||
          segment.right < columns.front().left - kTouch) {
        outer.push_back({segment.left, segment.right});
      }
    }
  }
  columns.insert(columns.end(), outer.begin(), outer.end());
  columns = Union(std::move(columns));
}

// Lets columns take in the single texts that stand over one of them.
void Widen(const LinePointers& lines, std::vector<BoxColumn>& columns) {
  std::vector<BoxColumn> wider = columns;
  for (const PrintedLine* line : lines) {
    for (const Segment& segment : line->segments) {
      std::size_t met = 0;
      std::size_t count = 0;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (Overlap(segment.left, segment.right, columns[c].left,
                    columns[c].right)) {
          met = c;
          ++count;
        }
      }
      if (count != 1) continue;
      wider[met].left = std::min(wider[met].left, segment.left);
      wider[met].right = std::max(wider[met].right, segment.right);
    }
  }
  if (Union(wider).size() == columns.size()) columns = std::move(wider);
}

}  // namespace

bool HasFigureSegment(const PrintedLine& line) {
  return line.segments.size() > 1 &&
         std::any_of(line.segments.begin(), line.segments.end(),
                     [&](const Segment& segment) {
                       const auto text = JoinWords(segment.words, line.em);
                       return IsFigureCell(text) && !IsYear(text);
                     });
}

std::vector<BoxColumn> FindColumns(const LinePointers& lines) {
  const LinePointers rows = RowsOfFigures(lines);
  const LinePointers models = ModelRows(rows);
  std::vector<BoxColumn> parts;
  for (const PrintedLine* row : WithWrapped(rows, lines)) {
    for (const Segment& segment : row->segments) {
      if (Spans(segment, models)) continue;
      parts.push_back({segment.left, segment.right});
    }
  }
  if (parts.empty()) return {};
  std::vector<BoxColumn> columns = JoinParts(Union(std::move(parts)), lines);
  AddOuterColumns(lines, columns);
  Widen(lines, columns);
  return columns;
}

std::size_t CountColumns(const Segment& segment,
                         const std::vector<BoxColumn>& columns) {
  return static_cast<std::size_t>(std::count_if(
      columns.begin(), columns.end(), [&](const BoxColumn& column) {
        return Overlap(segment.left, segment.right, column.left, column.right);
      }));
}

ColumnRange ColumnsOf(const Segment& segment,
                      const std::vector<BoxColumn>& columns) {
  std::size_t first = columns.size();
  std::size_t last = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!Overlap(segment.left, segment.right, columns[c].left,
                 columns[c].right)) {
      continue;
    }
    first = std::min(first, c);
    last = c;
  }
  if (first < columns.size()) return {first, last};
  const auto right = std::find_if(
      columns.begin(), columns.end(),
      [&](const BoxColumn& column) { return column.left > segment.middle(); });
  const auto at = static_cast<std::size_t>(right - columns.begin());
  if (at == 0) return {0, 0};
  if (at == columns.size()) return {at - 1, at - 1};
  return {at - 1, at};
}

}  // namespace nianbao::intake
