#include <vector>

#include "services/validation/sum_checks.h"
#include "services/validation/table_totals.h"

namespace nianbao::validation {
namespace {

// Larger tables hold sums by chance, and would take long to search.
constexpr int kMostRows = 24;
constexpr std::size_t kFewestColumns = 2;
// Sums of small numbers hold by chance.
constexpr int kLeastSum = 10;

using Row = std::vector<const Datum*>;

// The figures of each row in the columns that have figures throughout.
std::vector<Row> FullRows(const Grid& grid) {
  std::vector<Row> rows;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    Row data;
    for (int column = 0; column < grid.columns(); ++column) {
      const Datum* datum = grid.at(row, column).datum;
      if (datum != nullptr && IsCount(*datum)) data.push_back(datum);
    }
    rows.push_back(data);
  }
  return rows;
}

bool IsSum(const Row& whole, const Row& a, const Row& b) {
  if (whole.size() < kFewestColumns || a.size() != whole.size() ||
      b.size() != whole.size() || whole[0]->quantity.value < kLeastSum) {
    return false;
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (!Comparable(*whole[i], *a[i]) || !Comparable(*whole[i], *b[i]) ||
        a[i]->quantity.value == 0 || b[i]->quantity.value == 0 ||
        a[i]->quantity.value + b[i]->quantity.value !=
            whole[i]->quantity.value) {
      return false;
    }
  }
  return true;
}

void FindIn(const Grid& grid, Checks& checks) {
  if (grid.rows() - grid.header_rows() > kMostRows) return;
  const std::vector<Row> rows = FullRows(grid);
  for (std::size_t whole = 0; whole < rows.size(); ++whole) {
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = a + 1; b < rows.size(); ++b) {
        if (a == whole || b == whole || !IsSum(rows[whole], rows[a], rows[b])) {
          continue;
        }
        for (std::size_t i = 0; i < rows[whole].size(); ++i) {
          checks.push_back(
              SumThatFits({rows[whole][i], {rows[a][i], rows[b][i]}, {}}));
        }
      }
    }
  }
}

}  // namespace

void FindRowSums(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) FindIn(grid, checks);
}

}  // namespace nianbao::validation
