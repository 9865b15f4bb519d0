#include "services/intake/reading/table_columns.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/core/document.h"
#include "services/intake/readers/cell_texts.h"
#include "services/intake/readers/table_rebuilder.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/table_captions.h"
#include "services/intake/reading/table_classes.h"
#include "services/intake/reading/table_periods.h"
#include "services/intake/reading/table_units.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Table;
using nianbao::fact::v1::FACT_CLASS_OWN;

// Heads of columns that print a change between two others.
constexpr std::array<std::u32string_view, 10> kChangeHeads = {
    U"变化",   U"增减", U"比增", U"增幅", U"比上年",
    U"较上年", U"同比", U"增长", U"差额", U"差值"};

bool Contains(const std::u32string& text, std::u32string_view word) {
  return text.find(word) != std::u32string::npos;
}

std::u32string WithoutSpaces(const std::string& text) {
  std::u32string words = Fold(text);
  words.erase(std::remove_if(words.begin(), words.end(), IsSpace), words.end());
  return words;
}

// Heads of all rows above the column, parted by nothing; repeats once. A lower
// head that says the upper one again, 就业 over 就业率, stands for both.
std::string HeadText(const TableGrid& grid, int column) {
  std::string head;
  for (int row = 0; row < grid.head_rows(); ++row) {
    const std::string& text = grid.Text(row, column);
    if (!head.empty() && text.find(head) == 0) {
      head = text;
    } else if (head.find(text) == std::string::npos) {
      head += text;
    }
  }
  return head;
}

struct CellCount {
  int figures = 0;
  int words = 0;
  bool ascending = true;
};

CellCount CountCells(const TableGrid& grid, int column) {
  CellCount count;
  int next = 1;
  for (int row = grid.head_rows(); row < grid.rows(); ++row) {
    const std::string& text = grid.Text(row, column);
    if (text.empty()) continue;
    if (!IsFigureCell(text)) {
      ++count.words;
      continue;
    }
    ++count.figures;
    count.ascending = count.ascending && text == std::to_string(next);
    ++next;
  }
  return count;
}

// Heads over numbers that count nothing: codes, dates, places in a ranking.
bool NamesNoFigures(const Column& column) {
  constexpr std::array<std::string_view, 14> kTails = {
      "代码", "编号", "编码", "学号", "电话",   "日期",   "页码",
      "排名", "名次", "备注", "文号", "立时间", "奖时间", "始时间"};
  if (column.dimension == "时间") return true;
  return std::any_of(kTails.begin(), kTails.end(), [&](std::string_view tail) {
    return column.head.size() >= tail.size() &&
           column.head.compare(column.head.size() - tail.size(), tail.size(),
                               tail) == 0;
  });
}

ColumnRole RoleOf(const TableGrid& grid, int index, const Column& column) {
  const CellCount count = CountCells(grid, index);
  if (column.head == "序号" || column.head == "编号")
    return ColumnRole::kNumber;
  if (column.head == "单位" || column.head == "计量单位") {
    return ColumnRole::kUnit;
  }
  if (count.figures == 0 || NamesNoFigures(column)) return ColumnRole::kName;
  if (index == 0 && count.words == 0 && count.ascending && count.figures > 2) {
    return ColumnRole::kNumber;
  }
  if (!column.dimension.empty() && count.words >= count.figures) {
    return ColumnRole::kName;
  }
  const bool named = !column.period.empty() || !column.unit.empty();
  return named || count.figures >= count.words ? ColumnRole::kFigure
                                               : ColumnRole::kName;
}

// The longest end that all heads of figures share; empty where they are fewer
// than three, or share less than three characters or no measure.
std::u32string SharedTail(const std::vector<Column>& columns) {
  std::vector<std::u32string> heads;
  for (const Column& column : columns) {
    if (column.role == ColumnRole::kFigure && !column.change) {
      heads.push_back(Fold(column.head));
    }
  }
  if (heads.size() < 3) return U"";
  std::u32string tail = heads[0];
  for (const std::u32string& head : heads) {
    while (!tail.empty() &&
           (head.size() <= tail.size() ||
            head.compare(head.size() - tail.size(), tail.size(), tail) != 0)) {
      tail.erase(0, 1);
    }
  }
  return tail.size() < 3 || !IsMeasure(ToUtf8(tail)) ? U"" : tail;
}

// 语文合格率, 数学合格率, 英语合格率: one measure for three items.
void PartItems(std::vector<Column>& columns) {
  const std::string tail = ToUtf8(SharedTail(columns));
  if (tail.empty()) return;
  for (Column& column : columns) {
    if (column.role != ColumnRole::kFigure || column.change) continue;
    column.item = column.head.substr(0, column.head.size() - tail.size());
    column.head = tail;
  }
}

}  // namespace

TableGrid::TableGrid(const Table& table)
    : columns_(table.column_count()), head_rows_(table.header_rows()) {
  for (const auto& row : table.rows()) {
    std::vector<std::string> texts(static_cast<std::size_t>(columns_));
    std::vector<int> lines(static_cast<std::size_t>(columns_), row.line());
    for (const auto& cell : row.cells()) {
      const int span = std::max(cell.column_span(), 1);
      const int end = std::min(cell.column() + span, columns_);
      for (int c = cell.column(); c < end; ++c) {
        texts[static_cast<std::size_t>(c)] = core::TextOf(cell.runs());
        if (cell.runs_size() > 0) {
          lines[static_cast<std::size_t>(c)] = cell.runs(0).place().line();
        }
      }
    }
    texts_.push_back(std::move(texts));
    lines_.push_back(std::move(lines));
  }
}

const std::string& TableGrid::Text(int row, int column) const {
  return texts_[static_cast<std::size_t>(row)]
               [static_cast<std::size_t>(column)];
}

int TableGrid::Line(int row, int column) const {
  return lines_[static_cast<std::size_t>(row)]
               [static_cast<std::size_t>(column)];
}

bool TableGrid::RepeatsHead(int row) const {
  const auto& texts = texts_[static_cast<std::size_t>(row)];
  if (std::all_of(texts.begin(), texts.end(),
                  [](const std::string& text) { return text.empty(); })) {
    return false;
  }
  for (int head = 0; head < std::min(head_rows_, row); ++head) {
    if (texts == texts_[static_cast<std::size_t>(head)]) return true;
  }
  return false;
}

bool IsChangeHead(const std::string& head) {
  const std::u32string words = Fold(head);
  return std::any_of(
      kChangeHeads.begin(), kChangeHeads.end(),
      [&](std::u32string_view word) { return Contains(words, word); });
}

std::vector<Column> ColumnsOf(const TableGrid& grid, const Lexicon& lexicon,
                              int data_year) {
  std::vector<Column> columns;
  for (int c = 0; c < grid.columns(); ++c) {
    Column column;
    std::u32string head = WithoutSpaces(HeadText(grid, c));
    column.change = IsChangeHead(ToUtf8(head));
    column.dimension = lexicon.dimensions.NormalOf(head);
    column.period = CutPeriod(head, data_year);
    column.unit = CutUnit(head, lexicon);
    column.head = ToUtf8(head);
    column.role = RoleOf(grid, c, column);
    column.fact_class = ClassOfName(column.head, lexicon);
    if (column.fact_class != FACT_CLASS_OWN) column.head.clear();
    columns.push_back(std::move(column));
  }
  PartItems(columns);
  return columns;
}

std::vector<ColumnRange> SideBySide(const std::vector<Column>& columns) {
  const int all = static_cast<int>(columns.size());
  const auto same = [&columns](int a, int b) {
    const Column& left = columns[static_cast<std::size_t>(a)];
    const Column& right = columns[static_cast<std::size_t>(b)];
    return left.head == right.head && left.period == right.period &&
           left.unit == right.unit && left.dimension == right.dimension;
  };
  for (int parts = 3; parts > 1; --parts) {
    const int width = all / parts;
    if (all % parts != 0 || width < 2) continue;
    bool repeats = true;
    for (int c = width; c < all && repeats; ++c) repeats = same(c - width, c);
    if (!repeats) continue;
    std::vector<ColumnRange> ranges;
    for (int c = 0; c < all; c += width) ranges.push_back({c, c + width});
    return ranges;
  }
  return {{0, all}};
}

}  // namespace nianbao::intake
