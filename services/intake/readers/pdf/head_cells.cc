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

constexpr double kNever = std::numeric_limits<double>::infinity();
// What a column costs that no head of a row covers, in points.
constexpr double kBare = 8;

// How heads stand over their columns.
enum class Setting { kCentred, kLeft };

// How far a head stands from where it should over columns [first, last].
double Off(const BoxCell& cell, const std::vector<BoxColumn>& columns,
           std::size_t first, std::size_t last, Setting setting) {
  if (setting == Setting::kLeft) {
    return std::abs(cell.left - columns[first].left);
  }
  const double middle = (columns[first].left + columns[last].right) / 2;
  return std::abs(cell.middle() - middle);
}

// Parts a row's columns among its heads.
class ColumnParts {
 public:
  ColumnParts(const std::vector<BoxCell*>& heads,
              const std::vector<BoxColumn>& columns, ColumnRange run,
              Setting setting)
      : heads_(heads),
        columns_(columns),
        run_(run),
        count_(run.last - run.first + 1),
        best_(heads.size() + 1, std::vector<double>(count_ + 1, kNever)),
        from_(heads.size() + 1, std::vector<std::size_t>(count_ + 1, 0)) {
    best_[0][0] = 0;
    for (std::size_t h = 0; h <= heads_.size(); ++h) {
      for (std::size_t begin = 0; begin < count_; ++begin) {
        if (best_[h][begin] != kNever) Go(h, begin, setting);
      }
    }
  }

  double cost() const { return best_[heads_.size()][count_]; }

  // Gives each head its columns.
  void Set() const {
    std::size_t end = count_;
    for (std::size_t h = heads_.size(); end > 0;) {
      const std::size_t begin = from_[h][end];
      if (begin == kBareColumn) {
        --end;
        continue;
      }
      --h;
      heads_[h]->columns = {run_.first + begin, run_.first + end - 1};
      end = begin;
    }
  }

 private:
  static constexpr std::size_t kBareColumn = static_cast<std::size_t>(-1);

  void Go(std::size_t h, std::size_t begin, Setting setting) {
    if (best_[h][begin] + kBare < best_[h][begin + 1]) {
      best_[h][begin + 1] = best_[h][begin] + kBare;
      from_[h][begin + 1] = kBareColumn;
    }
    if (h == heads_.size()) return;
    for (std::size_t end = begin; end < count_; ++end) {
      const double cost =
          best_[h][begin] + Off(*heads_[h], columns_, run_.first + begin,
                                run_.first + end, setting);
      if (cost < best_[h + 1][end + 1]) {
        best_[h + 1][end + 1] = cost;
        from_[h + 1][end + 1] = begin;
      }
    }
  }

  const std::vector<BoxCell*>& heads_;
  const std::vector<BoxColumn>& columns_;
  const ColumnRange run_;
  const std::size_t count_;
  std::vector<std::vector<double>> best_;
  std::vector<std::vector<std::size_t>> from_;
};

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
      const ColumnParts centred(heads, columns, {first, last},
                                Setting::kCentred);
      const ColumnParts left(heads, columns, {first, last}, Setting::kLeft);
      (left.cost() < centred.cost() ? left : centred).Set();
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
}

}  // namespace nianbao::intake
