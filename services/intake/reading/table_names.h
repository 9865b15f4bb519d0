// What the rows of a table are about.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_NAMES_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_NAMES_H_

#include <string>
#include <utility>
#include <vector>

#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/table_columns.h"

namespace nianbao::intake {

// A row's names.
struct RowName {
  // The innermost name left of the figures, such as 护理 or 招生规模.
  std::string name;
  // The name left of a total, which it is the total of: 收入 before 合计; empty
  // for none.
  std::string group;
  // Unit of the row's figures; empty where neither a column nor the name does:
  // 占地面积（亩）.
  std::string unit;
  // Period that a cell of the row names; empty for none.
  std::string period;
  // Whether the rows are what the table divides its measure by, such as majors:
  // then their names name no measures.
  bool divides = false;
  // Whether a column of row numbers has one for this row; has none.
  bool numbered = false;
  bool unnumbered = false;
  // Whether the name is one of a total, or the row has none.
  bool total = false;
  // Column heads with the names under them, sorted; periods and totals are
  // left out, a total is the whole.
  std::vector<std::pair<std::string, std::string>> dimensions;
};

// Reads row names from top to bottom. For one thread.
class RowNames {
 public:
  // Everything given outlives the object.
  RowNames(const TableGrid& grid, const std::vector<Column>& columns,
           ColumnRange range, const Lexicon& lexicon, int data_year);

  // The names of the next row. A blank cell goes on with the name above it
  // (merged cells) where it stands left of the row's own names, or where the
  // row has none; a last row without any name is a total.
  RowName Next(int row);

 private:
  bool IsName(int column) const;
  bool HasName(int row) const;
  void Carry(int row);
  bool IsTotal(const std::string& name) const;
  bool AnyDivides() const;
  void SetName(const Column& column, const std::string& text,
               RowName& name) const;

  const TableGrid& grid_;
  const std::vector<Column>& columns_;
  const ColumnRange range_;
  const Lexicon& lexicon_;
  const int data_year_;
  // Columns right of the first figures name a row's surroundings, not the row.
  int first_figure_;
  std::vector<std::string> carried_;
};

// The part of a whole that a row's name names: 其中：国家级 → 国家级; the name
// itself where it is no part.
std::string PartName(const std::string& name);

// Whether a cell holds sentences with figures and no name: it has marks that
// part clauses, and a digit.
bool IsSentenceCell(const std::string& text);

// Whether the name is that of a part: it starts with 其中.
bool IsPartName(const std::string& name);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_NAMES_H_
