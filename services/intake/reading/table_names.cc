#include "services/intake/reading/table_names.h"

#include <algorithm>
#include <string_view>

#include "services/core/wording.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/periods.h"

namespace nianbao::intake {
namespace {

constexpr std::string_view kAmong = "其中";
// A name with so few characters besides a year is the year.
constexpr int kLongestPeriod = 3;

std::string PeriodNamed(const std::string& text) {
  const std::u32string chars = Fold(text);
  const auto words = std::count_if(chars.begin(), chars.end(), IsHan);
  return words <= kLongestPeriod ? PeriodIn(text) : "";
}

}  // namespace

bool IsPartName(const std::string& name) {
  return name.compare(0, kAmong.size(), kAmong) == 0;
}

std::string PartName(const std::string& name) {
  if (!IsPartName(name)) return name;
  const Chars chars(name.substr(kAmong.size()));
  int at = 0;
  while (chars[at] == U':' || IsSpace(chars[at])) ++at;
  return chars.Text(at, chars.size());
}

RowNames::RowNames(const TableGrid& grid, const std::vector<Column>& columns,
                   ColumnRange range, const Lexicon& lexicon)
    : grid_(grid),
      columns_(columns),
      range_(range),
      lexicon_(lexicon),
      first_figure_(range.end),
      carried_(columns.size()) {
  for (int c = range.end - 1; c >= range.begin; --c) {
    if (columns_[static_cast<std::size_t>(c)].role == ColumnRole::kFigure) {
      first_figure_ = c;
    }
  }
}

bool RowNames::IsName(int column) const {
  return columns_[static_cast<std::size_t>(column)].role == ColumnRole::kName;
}

bool RowNames::HasName(int row) const {
  for (int c = range_.begin; c < range_.end; ++c) {
    if (IsName(c) && !grid_.Text(row, c).empty()) return true;
  }
  return false;
}

void RowNames::Carry(int row) {
  bool own = false;
  const bool total = !HasName(row) && row + 1 == grid_.rows();
  for (int c = range_.begin; c < range_.end; ++c) {
    if (!IsName(c)) continue;
    const std::string& text = grid_.Text(row, c);
    std::string& carried = carried_[static_cast<std::size_t>(c)];
    if (!text.empty()) {
      carried = text;
      own = true;
    } else if (own || total) {
      carried.clear();
    }
  }
}

bool RowNames::IsTotal(const std::string& name) const {
  const std::u32string word = Fold(core::WordingKey(name));
  return !lexicon_.totals.NormalOf(word).empty();
}

RowName RowNames::Next(int row) {
  Carry(row);
  RowName name;
  for (int c = range_.begin; c < range_.end; ++c) {
    const Column& column = columns_[static_cast<std::size_t>(c)];
    if (column.role == ColumnRole::kUnit) name.unit = grid_.Text(row, c);
    const std::string& carried = carried_[static_cast<std::size_t>(c)];
    if (column.role != ColumnRole::kName || carried.empty()) continue;
    const std::string period = PeriodNamed(carried);
    if (!period.empty()) {
      name.period = period;
      continue;
    }
    const bool names_row = c < first_figure_ || name.name.empty();
    if (names_row && (name.name.empty() || !grid_.Text(row, c).empty())) {
      name.name = carried;
    }
    if (IsTotal(carried)) continue;
    const std::string& head =
        column.dimension.empty() ? column.head : column.dimension;
    name.dimensions.emplace_back(head.empty() ? "项目" : head, carried);
  }
  std::sort(name.dimensions.begin(), name.dimensions.end());
  return name;
}

}  // namespace nianbao::intake
