#include "services/intake/readers/pdf/head_cells.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace nianbao::intake {
namespace {

constexpr std::size_t kMostHeads = 4;

bool HasFigure(const BoxRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const BoxCell& cell) { return cell.figure; });
}

// Whether `lower` stands under merged or blank cells of `upper`.
bool GoesOnBelow(const BoxRow& upper, const BoxRow& lower) {
  if (HasFigure(lower) || lower.cells.empty()) return false;
  if (lower.cells.size() == 1 && lower.cells[0].columns.first == 0) {
    return false;  // a row of its own, such as the name of a group
  }
  for (const BoxCell& cell : lower.cells) {
    const BoxCell* above = upper.Find(cell.columns.first);
    if (above == nullptr || above->columns.first != above->columns.last) {
      return true;
    }
  }
  return false;
}

// How far a head stands from the middle or beginning of columns.
double Off(const BoxCell& cell, const std::vector<BoxColumn>& columns,
           std::size_t first, std::size_t last) {
  const double middle = (columns[first].left + columns[last].right) / 2;
  return std::min(std::abs(cell.middle() - middle),
                  std::abs(cell.left - columns[first].left));
}

// Parts columns [first, last] among heads from left to right so that each
// stands best over its own; gives the last column of each.
std::vector<std::size_t> PartColumns(const std::vector<BoxCell*>& heads,
                                     const std::vector<BoxColumn>& columns,
                                     std::size_t first, std::size_t last) {
  const std::size_t count = last - first + 1;
  constexpr double kNever = std::numeric_limits<double>::infinity();
  using Row = std::vector<double>;
  std::vector<Row> best(heads.size() + 1, Row(count + 1, kNever));
  std::vector<std::vector<std::size_t>> from(
      heads.size() + 1, std::vector<std::size_t>(count + 1, 0));
  best[0][0] = 0;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    for (std::size_t begin = 0; begin < count; ++begin) {
      if (best[h][begin] == kNever) continue;
      for (std::size_t end = begin; end < count; ++end) {
        const double cost = best[h][begin] +
                            Off(*heads[h], columns, first + begin, first + end);
        if (cost < best[h + 1][end + 1]) {
          best[h + 1][end + 1] = cost;
          from[h + 1][end + 1] = begin;
        }
      }
    }
  }
  std::vector<std::size_t> lasts(heads.size(), last);
  if (best[heads.size()][count] == kNever) return {};
  std::size_t end = count;
  for (std::size_t h = heads.size(); h-- > 0;) {
    lasts[h] = first + end - 1;
    end = from[h + 1][end];
  }
  return lasts;
}

// The heads of a row that stand over columns [first, last].
std::vector<BoxCell*> HeadsOver(BoxRow& row, std::size_t first,
                                std::size_t last) {
  std::vector<BoxCell*> heads;
  for (BoxCell& cell : row.cells) {
    if (cell.columns.first >= first && cell.columns.last <= last) {
      heads.push_back(&cell);
    }
  }
  return heads;
}

// Widens the heads of `upper` over the columns that have heads in `lower`.
void SpreadOver(const std::vector<BoxColumn>& columns, const BoxRow& lower,
                BoxRow& upper) {
  for (std::size_t first = 0; first < columns.size(); ++first) {
    if (lower.Find(first) == nullptr) continue;
    std::size_t last = first;
    while (last + 1 < columns.size() && lower.Find(last + 1) != nullptr) {
      ++last;
    }
    const std::vector<BoxCell*> heads = HeadsOver(upper, first, last);
    if (!heads.empty() && heads.size() <= last - first + 1) {
      const auto lasts = PartColumns(heads, columns, first, last);
      std::size_t begin = first;
      for (std::size_t h = 0; h < lasts.size(); ++h) {
        heads[h]->columns = {begin, lasts[h]};
        begin = lasts[h] + 1;
      }
    }
    first = last;
  }
}

// Moves heads up to the first row where nothing stands above them, and lets
// them reach down over blank ones.
void Stretch(std::size_t head_rows, std::vector<BoxRow>& rows) {
  for (std::size_t r = 1; r < head_rows; ++r) {
    std::vector<BoxCell> stay;
    for (BoxCell& cell : rows[r].cells) {
      std::size_t up = r;
      while (up > 0 && rows[up - 1].Find(cell.columns.first) == nullptr) --up;
      if (up == r) {
        stay.push_back(std::move(cell));
      } else {
        rows[up].cells.push_back(std::move(cell));
      }
    }
    rows[r].cells = std::move(stay);
  }
  for (std::size_t r = 0; r < head_rows; ++r) {
    std::sort(rows[r].cells.begin(), rows[r].cells.end(),
              [](const BoxCell& a, const BoxCell& b) {
                return a.columns.first < b.columns.first;
              });
    for (BoxCell& cell : rows[r].cells) {
      std::size_t down = r + 1;
      while (down < head_rows &&
             rows[down].Find(cell.columns.first) == nullptr) {
        ++down;
      }
      cell.row_span = static_cast<int>(down - r);
    }
  }
}

}  // namespace

void MarkHeads(std::vector<BoxRow>& rows) {
  if (rows.size() < 2 || HasFigure(rows[0])) return;
  rows[0].head = true;
  for (std::size_t r = 1; r + 1 < rows.size() && r < kMostHeads; ++r) {
    if (!GoesOnBelow(rows[r - 1], rows[r])) break;
    rows[r].head = true;
  }
}

void SpreadHeads(const std::vector<BoxColumn>& columns,
                 std::vector<BoxRow>& rows) {
  std::size_t heads = 0;
  while (heads < rows.size() && rows[heads].head) ++heads;
  for (std::size_t r = heads; r-- > 1;) {
    SpreadOver(columns, rows[r], rows[r - 1]);
  }
  Stretch(heads, rows);
  // A head over a gap whose columns have no heads below is the left one's.
  for (std::size_t r = 0; r < heads; ++r) rows[r].bottom = rows[r].top;
}

}  // namespace nianbao::intake
