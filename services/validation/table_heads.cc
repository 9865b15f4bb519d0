#include "services/validation/table_heads.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;

constexpr int kFewestParts = 2;
// Rows that show that the parts are all there is.
constexpr int kFewestShown = 2;

// A column and those under 其中 behind it.
struct Columns {
  int whole = 0;
  int first = 0;
  int last = 0;
};

// The row of the head in which 其中 stands over the column; -1 for none.
int AmongRow(const Grid& grid, int column) {
  for (int row = 0; row < grid.header_rows(); ++row) {
    if (StartsWithAny(grid.at(row, column).text, {"其中"})) return row;
  }
  return -1;
}

// Runs of columns under 其中 with the column before them.
std::vector<Columns> ColumnsOf(const Grid& grid) {
  std::vector<Columns> found;
  for (int column = 1; column < grid.columns(); ++column) {
    if (AmongRow(grid, column) < 0 || AmongRow(grid, column - 1) >= 0) {
      continue;
    }
    int last = column;
    while (last < grid.columns() && AmongRow(grid, last) >= 0) ++last;
    if (last - column >= kFewestParts) {
      found.push_back({column - 1, column, last});
    }
  }
  return found;
}

// The whole and its parts in a row; nothing where one is missing or no count.
std::optional<StatedSum> SumIn(const Grid& grid, const Columns& columns,
                               int row) {
  StatedSum sum;
  sum.whole = grid.at(row, columns.whole).datum;
  if (sum.whole == nullptr || !IsCount(*sum.whole) || sum.whole->change) {
    return std::nullopt;
  }
  for (int column = columns.first; column < columns.last; ++column) {
    const Datum* part = grid.at(row, column).datum;
    if (part == nullptr || !IsCount(*part) || part->change ||
        !Comparable(*part, *sum.whole)) {
      return std::nullopt;
    }
    sum.items.push_back(part);
  }
  return sum;
}

bool Fits(const StatedSum& sum) {
  const auto total = SumOf(sum.items, {}, sum.whole->quantity.unit);
  return core::JudgeEqual(sum.whole->quantity, total->interval) ==
         VERDICT_CONSISTENT;
}

bool StaysBelow(const StatedSum& sum) {
  const auto total = SumOf(sum.items, {}, sum.whole->quantity.unit);
  return core::CanBeAtMost(total->interval, sum.whole->quantity.rounded);
}

// Whether the row shows that the parts are all there is.
bool Shows(const StatedSum& sum) {
  return Fits(sum) && std::none_of(sum.items.begin(), sum.items.end(),
                                   [](const Datum* part) {
                                     return part->quantity.value == 0;
                                   });
}

void FindIn(const Grid& grid, const Columns& columns, Checks& checks) {
  std::vector<StatedSum> sums;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    if (auto sum = SumIn(grid, columns, row)) sums.push_back(*std::move(sum));
  }
  const bool exhaustive =
      std::count_if(sums.begin(), sums.end(), Shows) >= kFewestShown;
  for (const StatedSum& sum : sums) {
    if (Fits(sum)) {
      checks.push_back(SumThatFits(sum));
    } else if (exhaustive && IsNearWhole(sum)) {
      checks.push_back(SumThatMust(sum));
    } else if (StaysBelow(sum)) {
      checks.push_back(PartsThatFit(sum));
    }
  }
}

}  // namespace

void FindTableHeads(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    for (const Columns& columns : ColumnsOf(grid)) {
      FindIn(grid, columns, checks);
    }
  }
}

}  // namespace nianbao::validation
