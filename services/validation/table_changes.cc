#include "services/validation/table_changes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "services/validation/change_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> YearOfHead(std::string_view head) {
  for (std::size_t i = 0; i + 4 <= head.size(); ++i) {
    const std::string_view four = head.substr(i, 4);
    if (std::all_of(four.begin(), four.end(), IsDigit) &&
        StartsWithAny(four, {"19", "20"})) {
      return std::stoi(std::string(four));
    }
  }
  return std::nullopt;
}

bool IsChangeHead(std::string_view head) {
  return HasAny(head, {"变化", "增减", "比增", "增幅", "增长", "比上年",
                       "较上年", "同比", "变动"}) ||
         head == "增加" || head == "增减量";
}

// The columns of the year and the year before, left of a change column.
struct YearColumns {
  int now = 0;
  int before = 0;
};

std::optional<YearColumns> YearsLeftOf(const Grid& grid, int column) {
  // Several changes of the same two years may stand side by side.
  while (column > 2 && IsChangeHead(grid.HeadOf(column - 1)) &&
         !YearOfHead(grid.HeadOf(column - 1))) {
    --column;
  }
  if (column < 2) return std::nullopt;
  const auto last = YearOfHead(grid.HeadOf(column - 1));
  const auto first = YearOfHead(grid.HeadOf(column - 2));
  if (!last || !first || *last == *first) return std::nullopt;
  return *last > *first ? YearColumns{column - 1, column - 2}
                        : YearColumns{column - 2, column - 1};
}

void FindIn(const Grid& grid, Checks& checks) {
  for (int column = 0; column < grid.columns(); ++column) {
    const std::string head = grid.HeadOf(column);
    if (!IsChangeHead(head) || YearOfHead(head)) continue;
    const auto years = YearsLeftOf(grid, column);
    if (!years) continue;
    for (int row = grid.header_rows(); row < grid.rows(); ++row) {
      StatedChange stated{grid.at(row, column).datum,
                          grid.at(row, years->now).datum,
                          grid.at(row, years->before).datum};
      if (stated.change == nullptr || stated.now == nullptr ||
          stated.before == nullptr) {
        continue;
      }
      stated.direction = stated.change->direction;
      checks.push_back(
          ChangeCheck(stated, JudgeChange(stated), "table_change"));
    }
  }
}

}  // namespace

void FindTableChanges(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    FindIn(grid, checks);
    FindIn(grid.Transposed(), checks);
  }
}

}  // namespace nianbao::validation
