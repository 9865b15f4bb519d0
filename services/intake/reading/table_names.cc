#include "services/intake/reading/table_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/core/wording.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/table_periods.h"
#include "services/intake/reading/table_units.h"

namespace nianbao::intake {
namespace {

constexpr std::string_view kAmong = "其中";
// No name with a comma in it has more characters.
constexpr int kLongestName = 7;
// What a table divides its figures by. Other heads of names, such as 项目 and
// 职称, stand over names that say what the figures count, or part of it.
constexpr std::array<std::string_view, 14> kDivisions = {
    "专业", "年级", "学部", "学制", "级别",     "性别", "科目",
    "等级", "班级", "工种", "校区", "合作院校", "地区", "对象"};

bool Divides(const std::string& dimension) {
  return std::find(kDivisions.begin(), kDivisions.end(), dimension) !=
         kDivisions.end();
}

// 设立时间 says when the row's thing came to be, not when it was counted.
bool IsDate(const Column& column) {
  for (const std::string_view tail : {"时间", "日期"}) {
    const std::string& head = column.head;
    if (column.dimension.empty() && head.size() >= tail.size() &&
        head.compare(head.size() - tail.size(), tail.size(), tail) == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsSentenceCell(const std::string& text) {
  const std::u32string words = Fold(text);
  const auto han = std::count_if(words.begin(), words.end(), IsHan);
  return han > kLongestName &&
         words.find_first_of(U",;。") != std::u32string::npos &&
         std::any_of(words.begin(), words.end(), IsDigit);
}

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
                   ColumnRange range, const Lexicon& lexicon, int data_year)
    : grid_(grid),
      columns_(columns),
      range_(range),
      lexicon_(lexicon),
      data_year_(data_year),
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

void RowNames::SetName(const Column& column, const std::string& text,
                       RowName& name) const {
  std::u32string words = Fold(text);
  const std::string unit = CutUnit(words, lexicon_);
  const bool total = IsTotal(text);
  if (total && !name.name.empty() && !name.total && !name.divides) {
    name.group = name.name;
  }
  name.name = unit.empty() ? text : ToUtf8(words);
  if (name.unit.empty()) name.unit = unit;
  name.divides = Divides(column.dimension);
  name.total = total;
}

bool RowNames::AnyDivides() const {
  for (int c = range_.begin; c < first_figure_; ++c) {
    if (IsName(c) && Divides(columns_[static_cast<std::size_t>(c)].dimension)) {
      return true;
    }
  }
  return false;
}

RowName RowNames::Next(int row) {
  Carry(row);
  RowName name;
  for (int c = range_.begin; c < range_.end; ++c) {
    const Column& column = columns_[static_cast<std::size_t>(c)];
    const std::string& text = grid_.Text(row, c);
    if (column.role == ColumnRole::kUnit && !text.empty()) name.unit = text;
    if (column.role == ColumnRole::kNumber) {
      name.unnumbered = text.empty();
      name.numbered = !text.empty();
    }
    const std::string& carried = carried_[static_cast<std::size_t>(c)];
    if (column.role != ColumnRole::kName || carried.empty()) continue;
    if (IsDate(column) || IsSentenceCell(carried)) continue;
    const std::string period = PeriodNamed(carried, data_year_);
    if (!period.empty()) {
      name.period = period;
      continue;
    }
    const bool names_row = c < first_figure_ || name.name.empty();
    if (names_row && (name.name.empty() || !text.empty())) {
      SetName(column, carried, name);
    }
    if (IsTotal(carried)) continue;
    const std::string& head =
        column.dimension.empty() ? column.head : column.dimension;
    name.dimensions.emplace_back(head.empty() ? "项目" : head, carried);
  }
  if (name.name.empty() && name.period.empty()) {
    name.total = true;
    name.divides = AnyDivides();
  }
  std::sort(name.dimensions.begin(), name.dimensions.end());
  return name;
}

}  // namespace nianbao::intake
