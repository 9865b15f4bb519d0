// What the figures of a table measure.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_MEASURES_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_MEASURES_H_

#include <string>
#include <vector>

#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/linker.h"
#include "services/intake/reading/table_captions.h"
#include "services/intake/reading/table_columns.h"
#include "services/intake/reading/table_names.h"

namespace nianbao::intake {

// What a figure measures.
struct Measure {
  // Its name, made of head, row, group and caption.
  std::string label;
  // Wordings by which the catalogue may know it, the best first.
  std::vector<std::string> wordings;
  // What says how it is counted where the name does not: 期数.
  std::string counted = {};
  // What a total takes together that is no figure of the whole school's: 全日制
  // and 非全日制; empty for others.
  std::string scope = {};
  // Whether the row's names say which part of the measure it is.
  bool divided = false;
};

// Names the figures of one table. Call BeginRow for each row from top to
// bottom. For one thread.
class TableMeasures {
 public:
  // Everything given outlives the object.
  TableMeasures(const std::vector<Column>& columns, ColumnRange range,
                const CaptionWords& caption, const Lexicon& lexicon,
                const Linker& linker);

  void BeginRow(const RowName& name);

  // The measure of the row's figure in `column`; of a change, what changes.
  Measure Of(int column) const;

  // The column whose figures those of `column` are changes of; `column` itself
  // where it holds no changes or names no other.
  int MeasuredBy(int column) const;

  // Whether the column's head names the measure, and not the row alone.
  bool NamedByHead(int column) const;

  // Whether head and row name the measure together: 家长满意度 | 调查人次.
  bool NamedByBoth(int column) const;

  // Whether the row is a part of the whole above it.
  bool InParts() const { return in_parts_; }

 private:
  const Column& At(int column) const {
    return columns_[static_cast<std::size_t>(column)];
  }
  bool HoldsFigures(int column) const;
  void NameHeads();
  void NamePartHead(int column);
  Measure OfHead(int column) const;
  std::string PersonsOf(const std::string& head) const;
  Measure OfRow() const;
  Measure OfGroup() const;
  Measure OfPart() const;
  Measure OfDivision() const;
  bool HasPrize() const;

  const std::vector<Column>& columns_;
  const ColumnRange range_;
  const CaptionWords& caption_;
  const Lexicon& lexicon_;
  const Linker& linker_;
  // Whether the figures' columns have words of their own besides years, and
  // whether some have years only.
  bool heads_name_ = false;
  bool rows_name_ = false;
  // Names of columns; and, where a part of theirs goes by the name that the
  // catalogue knows them by, what they take together.
  std::vector<std::string> heads_;
  std::vector<std::string> scopes_;
  RowName name_;
  // The row that 其中 rows are part of.
  RowName whole_;
  bool in_parts_ = false;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_MEASURES_H_
