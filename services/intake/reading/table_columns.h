// What the columns of a table hold, by their heads and cells.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_COLUMNS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_COLUMNS_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// The cells of a table as a grid of texts; covered cells repeat their head.
class TableGrid {
 public:
  explicit TableGrid(const nianbao::document::v1::Table& table);

  int rows() const { return static_cast<int>(texts_.size()); }
  int columns() const { return columns_; }
  int head_rows() const { return head_rows_; }

  // Whether the row repeats one of the heads, as behind a page end.
  bool RepeatsHead(int row) const;

  // The text; empty for a blank cell.
  const std::string& Text(int row, int column) const;

  // The source line of the cell, or of its row where the cell is blank.
  int Line(int row, int column) const;

 private:
  int columns_;
  int head_rows_;
  std::vector<std::vector<std::string>> texts_;
  std::vector<std::vector<int>> lines_;
};

// What a column holds.
enum class ColumnRole {
  // Row numbers: 序号.
  kNumber,
  // Words that name the row.
  kName,
  // Units of the row's figures: 单位.
  kUnit,
  // Figures.
  kFigure,
};

// A column.
struct Column {
  ColumnRole role = ColumnRole::kName;
  // The head's words without period and unit; empty where they say no more
  // than whose the figures are.
  std::string head;
  // Unit named in the head; empty where none.
  std::string unit;
  // Period named in the head; empty where none.
  std::string period;
  // Dimension that the head names; empty where none.
  std::string dimension;
  // What tells this column from others with the same head: 语文 where the heads
  // were 语文合格率, 数学合格率; empty where none.
  std::string item;
  // Whose figures it holds: 全省平均 and 国家标准 are not the school's.
  nianbao::fact::v1::FactClass fact_class = nianbao::fact::v1::FACT_CLASS_OWN;
  // Whether its figures are changes between other columns.
  bool change = false;
};

// Whether the head of a column or row says that its figures are changes.
bool IsChangeHead(const std::string& head);

// The columns of a table, from left to right. Heads such as 本年 are counted
// from `data_year`.
std::vector<Column> ColumnsOf(const TableGrid& grid, const Lexicon& lexicon,
                              int data_year);

// A range of columns, the end left out: a whole table, or one of several that
// stand side by side.
struct ColumnRange {
  int begin = 0;
  int end = 0;
};

// The tables that stand side by side: where the heads of the first columns
// come again, a new one begins. 项目 数值 项目 数值 are two.
std::vector<ColumnRange> SideBySide(const std::vector<Column>& columns);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_COLUMNS_H_
