#include "services/intake/reading/table_facts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/fact_table.h"
#include "services/intake/readers/cell_texts.h"
#include "services/intake/readers/table_rebuilder.h"
#include "services/intake/reading/cell_figures.h"
#include "services/intake/reading/table_captions.h"
#include "services/intake/reading/table_classes.h"
#include "services/intake/reading/table_columns.h"
#include "services/intake/reading/table_labels.h"
#include "services/intake/reading/table_measures.h"
#include "services/intake/reading/table_names.h"
#include "services/intake/reading/table_units.h"
#include "services/intake/reading/text_facts.h"
#include "services/intake/reading/units_alike.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::document::v1::Block;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::FactClass;
using nianbao::fact::v1::Figure;
using Why = ReadingTrace::Reading;

bool IsRatio(const Figure& figure) {
  return figure.value().find(':') != std::string::npos;
}

// Reads one table, or one of several that stand side by side.
class TableReader {
 public:
  TableReader(const Block& block, const Block& head, const TableGrid& grid,
              const std::vector<Column>& columns, ColumnRange range,
              ReadingContext& context)
      : block_(block),
        context_(context),
        grid_(grid),
        columns_(columns),
        range_(range),
        caption_(WordsOfCaption(head.table().caption(), context.lexicon)),
        measures_(columns, range, caption_, context.lexicon, context.linker),
        first_fact_(context.facts.size()) {
    for (int c = range.begin; c < range.end; ++c) {
      const bool own = At(c).fact_class == FACT_CLASS_OWN;
      if (own && !At(c).change) last_head_ = std::max(last_head_, At(c).period);
    }
  }

  void Read() {
    RowNames names(grid_, columns_, range_, context_.lexicon,
                   context_.edition.data_year());
    for (int row = grid_.head_rows(); row < grid_.rows(); ++row) {
      if (grid_.RepeatsHead(row)) continue;
      name_ = names.Next(row);
      last_row_ = std::max(last_row_, name_.period);
      measures_.BeginRow(name_);
      if (!measures_.InParts()) BeginWhole();
      units_.assign(columns_.size(), "");
      for (int column = range_.begin; column < range_.end; ++column) {
        if (At(column).role == ColumnRole::kFigure) ReadCell(row, column);
        if (At(column).role == ColumnRole::kName) ReadSentences(row, column);
      }
    }
    for (int c = range_.begin; c < range_.end; ++c) {
      if (At(c).role != ColumnRole::kFigure) continue;
      CompleteUnits(first_fact_, c, context_.facts);
    }
  }

 private:
  const Column& At(int column) const {
    return columns_[static_cast<std::size_t>(column)];
  }

  bool IsChange(int column) const {
    return At(column).change || IsChangeHead(name_.name);
  }

  // Whose the figures are: by the column, or else by a row such as 全省平均.
  FactClass ClassOf(int column) const {
    const FactClass of_column = At(column).fact_class;
    return of_column != FACT_CLASS_OWN
               ? of_column
               : ClassOfName(name_.name, context_.lexicon);
  }

  // A whole whose own figures are blank has its 其中 rows all the same.
  void BeginWhole() {
    const Indicator* whole = context_.linker.FindByName(name_.name);
    whole_ = whole == nullptr ? "" : whole->code();
  }

  void ReadCell(int row, int column) {
    const std::string& text = grid_.Text(row, column);
    if (!IsFigureCell(text)) return;
    Fact fact;
    fact.set_fact_class(ClassOf(column));
    ReadCellFigure(text, context_.lexicon, *fact.mutable_figure());
    fact.set_period(PeriodOf(column));
    SetMeaning(column, fact);
    units_[static_cast<std::size_t>(column)] = fact.figure().unit();
    auto* place = fact.mutable_place();
    place->set_block(block_.id());
    place->set_row(row);
    place->set_column(column);
    place->set_end(static_cast<int>(text.size()));
    place->set_line(grid_.Line(row, column));
    fact.set_origin(nianbao::fact::v1::ORIGIN_TABLE);
    if (fact.fact_class() == FACT_CLASS_OWN || context_.all_figures) {
      Fact* added = AddFact(context_);
      fact.set_id(added->id());
      *added = fact;
    }
    if (context_.trace != nullptr) {
      context_.trace->Finish(NumberKind::kFigure, fact);
    }
  }

  // A cell that says its figures in sentences: 为12家企业服务，到账35.6万元.
  void ReadSentences(int row, int column) {
    const std::string& text = grid_.Text(row, column);
    const bool goes_on =
        column > range_.begin && text == grid_.Text(row, column - 1);
    if (goes_on || !IsSentenceCell(text)) return;
    Block cell;
    cell.set_id(block_.id());
    auto* run = cell.mutable_paragraph()->add_runs();
    run->set_text(text);
    run->mutable_place()->set_line(grid_.Line(row, column));
    const int first = context_.facts.size();
    ReadParagraph(cell, context_);
    context_.said = {};
    for (int i = first; i < context_.facts.size(); ++i) {
      Fact& fact = *context_.facts.Mutable(i);
      fact.mutable_place()->set_row(row);
      fact.mutable_place()->set_column(column);
    }
  }

  void SetMeaning(int column, Fact& fact) {
    const Measure measure = measures_.Of(column);
    NoteLabel(column, measure);
    Figure& figure = *fact.mutable_figure();
    SetPrintedUnit(column, measure, figure);
    const Indicator* indicator = LinkCell(column, measure, fact);
    CompleteUnit(column, measure, indicator, figure);
    const std::string multiplier = MultiplierIn(figure.text());
    if (MultiplierIn(figure.unit().substr(0, multiplier.size())).empty()) {
      figure.set_unit(multiplier + figure.unit());
    }
    fact.set_label(indicator != nullptr ? LabelOfLinked(*indicator, measure)
                                        : LabelOfFree(column, measure, figure));
    if (measure.divided) AddDimensions(At(column), measure.scope, fact);
    if (IsChange(column)) {
      // A growth rate is its own name.
      if (!IsChangeHead(fact.label())) fact.set_label(fact.label() + "变化");
      fact.clear_link();
      Note(context_, Why::DECISION_CHANGE,
           At(column).change ? Why::SOURCE_COLUMN : Why::SOURCE_ROW,
           At(column).change ? At(column).head : name_.name);
    } else if (indicator != nullptr) {
      fact.set_concept_code(indicator->code());
    }
  }

  // The catalogue's title, unless what is printed is no form of it.
  std::string LabelOfLinked(const Indicator& indicator,
                            const Measure& measure) const {
    const std::string& title =
        core::Catalogue::TitleIn(indicator, context_.edition.code());
    return AreAlike(measure.label, title) ? title : measure.label;
  }

  // Rows name things, such as 食堂座位, and mean their number.
  std::string LabelOfFree(int column, const Measure& measure,
                          const Figure& figure) const {
    if (measure.divided) return measure.label;
    return NameOfCount(measure.label,
                       IsChange(column) ? UnitBefore(column) : figure.unit());
  }

  void NoteLabel(int column, const Measure& measure) const {
    Why::Source source = Why::SOURCE_ROW;
    if (measures_.NamedByHead(column)) {
      source = Why::SOURCE_COLUMN;
    } else if (measure.divided) {
      source = Why::SOURCE_CAPTION;
    }
    Note(context_, Why::DECISION_LABEL, source, measure.label);
  }

  // The unit in the cell, in its head, in its row or in the caption. A head
  // that names its measure beside the row's has a unit of its own.
  void SetPrintedUnit(int column, const Measure& measure,
                      Figure& figure) const {
    if (!figure.unit().empty() || IsRatio(figure)) return;
    figure.set_unit(At(column).unit);
    if (figure.unit().empty() && measures_.NamedByBoth(column)) {
      figure.set_unit(UnitByName(At(column).head, context_.lexicon));
    }
    if (figure.unit().empty() && IsChange(column)) {
      return figure.set_unit(UnitOfChange(column));
    }
    if (figure.unit().empty()) {
      figure.set_unit(UnitInCell(name_.unit, context_.lexicon));
    }
    const bool rate = UnitByName(measure.label, context_.lexicon) == "%";
    if (figure.unit().empty() && !rate) figure.set_unit(caption_.unit);
  }

  // What rises from 92% to 94% rises by percentage points.
  std::string UnitOfChange(int column) const {
    if (IsRateOfChange(At(column).change ? At(column).head : name_.name)) {
      return "%";
    }
    const std::string unit = UnitBefore(column);
    return unit == "%" ? "百分点" : unit;
  }

  // The unit of the row's last figure that is no change; empty for none.
  std::string UnitBefore(int column) const {
    for (int c = column - 1; c >= range_.begin; --c) {
      const std::string& unit = units_[static_cast<std::size_t>(c)];
      if (!unit.empty() && !At(c).change) return unit;
    }
    return "";
  }

  // The unit of a figure that prints none and has none in head or caption.
  void CompleteUnit(int column, const Measure& measure,
                    const Indicator* indicator, Figure& figure) const {
    if (!figure.unit().empty() || IsRatio(figure) || IsChange(column)) return;
    if (indicator != nullptr) return figure.set_unit(indicator->unit());
    figure.set_unit(UnitByName(measure.label, context_.lexicon));
    if (figure.unit().empty()) {
      figure.set_unit(UnitByName(measure.counted, context_.lexicon));
    }
    // 其中 counts what its whole counts.
    for (int c = column - 1; figure.unit().empty() &&
                             IsPartName(At(column).head) && c >= range_.begin;
         --c) {
      if (!IsPartName(At(c).head)) {
        return figure.set_unit(units_[static_cast<std::size_t>(c)]);
      }
    }
  }

  // The indicator of a row or column; a part belongs to the whole above it.
  const Indicator* LinkCell(int column, const Measure& measure, Fact& fact) {
    const LinkFigure figure = ToLink(context_, fact.figure(), fact.period());
    const Linker& linker = context_.linker;
    const bool by_row = !measures_.NamedByHead(column) && !measure.divided;
    const Indicator* found = nullptr;
    if (by_row) {
      const std::string part = PartName(name_.name);
      found = Take(linker.FindPart(whole_, part, figure), fact);
      if (found != nullptr) return found;
    }
    for (const std::string& wording : measure.wordings) {
      if (found == nullptr) found = Take(linker.Find(wording, figure), fact);
      // Percentage points are no percents, and yet changes of them.
      if (found == nullptr && IsChange(column)) {
        found = linker.FindByName(wording);
      }
    }
    if (by_row && found != nullptr && !measures_.InParts()) {
      whole_ = found->code();
    }
    return found;
  }

  // The linked indicator, with its points put into the fact; null for none.
  const Indicator* Take(const LinkResult& result, Fact& fact) const {
    if (context_.trace != nullptr) context_.trace->Consider(result);
    if (result.indicator != nullptr) *fact.mutable_link() = result.ToLink();
    return result.indicator;
  }

  void AddDimensions(const Column& head, const std::string& scope,
                     Fact& fact) const {
    auto dimensions = name_.dimensions;
    if (!scope.empty()) dimensions.emplace_back("范围", scope);
    if (!head.item.empty()) dimensions.emplace_back("项目", head.item);
    std::sort(dimensions.begin(), dimensions.end());
    for (const auto& [key, value] : dimensions) {
      auto* dimension = fact.add_dimensions();
      dimension->set_name(key);
      dimension->set_value(value);
    }
  }

  // A change is of the later year; what has no year of its own stands beside
  // the last year that does.
  std::string PeriodOf(int column) const {
    const std::string last =
        IsChangeHead(name_.name) ? last_row_ : std::string();
    const std::array<std::pair<Why::Source, std::string>, 6> periods = {{
        {Why::SOURCE_COLUMN, At(column).period},
        {Why::SOURCE_ROW, name_.period},
        {Why::SOURCE_ROW, last},
        {Why::SOURCE_COLUMN, last_head_},
        {Why::SOURCE_CAPTION, caption_.period},
        {Why::SOURCE_EDITION, core::PeriodOfYear(context_.edition.data_year())},
    }};
    for (const auto& [source, period] : periods) {
      if (period.empty()) continue;
      Note(context_, Why::DECISION_PERIOD, source, period);
      return period;
    }
    return "";
  }

  const Block& block_;
  ReadingContext& context_;
  const TableGrid& grid_;
  const std::vector<Column>& columns_;
  const ColumnRange range_;
  const CaptionWords caption_;
  TableMeasures measures_;
  // The first fact of this table.
  const int first_fact_;
  // The last periods that heads and rows have named.
  std::string last_head_;
  std::string last_row_;
  // The row that is read, and the units of its figures so far.
  RowName name_;
  std::vector<std::string> units_;
  // Code of the indicator that 其中 rows are part of.
  std::string whole_;
};

}  // namespace

bool GoesOnWithTable(const Block& block, const Block& before) {
  const auto& table = block.table();
  if (table.column_count() != before.table().column_count()) return false;
  if (table.caption().find("续") != std::string::npos) return true;
  return table.caption().empty() && table.header_rows() == 0;
}

void ReadTable(const Block& block, const Block& head, ReadingContext& context) {
  const TableGrid grid(block.table());
  const std::vector<Column> columns = ColumnsOf(
      TableGrid(head.table()), context.lexicon, context.edition.data_year());
  for (const ColumnRange& range : SideBySide(columns)) {
    TableReader(block, head, grid, columns, range, context).Read();
  }
}

}  // namespace nianbao::intake
