#include "services/intake/reading/table_facts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/fact_table.h"
#include "services/intake/readers/table_rebuilder.h"
#include "services/intake/reading/numerals.h"
#include "services/intake/reading/periods.h"
#include "services/intake/reading/table_columns.h"
#include "services/intake/reading/table_names.h"
#include "services/intake/reading/table_units.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::document::v1::Block;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Figure;
using Why = ReadingTrace::Reading;

// Heads that say only that figures stand below.
constexpr std::array<std::string_view, 9> kEmptyHeads = {
    "数值",   "数据", "数量",   "值",    "指标值",
    "统计值", "结果", "实际值", "填报值"};

bool SaysNothing(const std::string& head) {
  return head.empty() || std::find(kEmptyHeads.begin(), kEmptyHeads.end(),
                                   head) != kEmptyHeads.end();
}

bool IsRatio(const Figure& figure) {
  return figure.value().find(':') != std::string::npos;
}

// Reads one table, or one of several that stand side by side.
class TableReader {
 public:
  TableReader(const Block& block, const TableGrid& grid,
              const std::vector<Column>& columns, ColumnRange range,
              ReadingContext& context)
      : block_(block),
        context_(context),
        grid_(grid),
        columns_(columns),
        range_(range),
        caption_period_(PeriodIn(block.table().caption())),
        caption_unit_(
            UnitInBrackets(block.table().caption(), context.lexicon)) {
    for (int c = range.begin; c < range.end; ++c) {
      if (At(c).role != ColumnRole::kFigure || At(c).change) continue;
      heads_name_ = heads_name_ || !SaysNothing(At(c).head);
    }
  }

  void Read() {
    RowNames names(grid_, columns_, range_, context_.lexicon);
    for (int row = grid_.head_rows(); row < grid_.rows(); ++row) {
      const RowName name = names.Next(row);
      for (int column = range_.begin; column < range_.end; ++column) {
        if (At(column).role == ColumnRole::kFigure) {
          ReadCell(row, column, name);
        }
      }
    }
  }

 private:
  const Column& At(int column) const {
    return columns_[static_cast<std::size_t>(column)];
  }

  void ReadCell(int row, int column, const RowName& name) {
    const std::string& text = grid_.Text(row, column);
    if (!IsFigureCell(text)) return;
    Fact fact;
    SetFigure(text, *fact.mutable_figure());
    SetPeriod(column, name, fact);
    SetMeaning(column, name, fact);
    auto* place = fact.mutable_place();
    place->set_block(block_.id());
    place->set_row(row);
    place->set_column(column);
    place->set_end(static_cast<int>(text.size()));
    place->set_line(grid_.Line(row, column));
    Fact* added = AddFact(context_);
    added->MergeFrom(fact);
    added->set_origin(nianbao::fact::v1::ORIGIN_TABLE);
    if (context_.trace != nullptr) {
      context_.trace->Finish(NumberKind::kFigure, *added);
    }
  }

  void SetFigure(const std::string& text, Figure& figure) const {
    const Chars chars(text);
    const bool sign = chars[0] == U'-' || chars[0] == U'+';
    const auto numeral = DigitsAt(chars, sign ? 1 : 0);
    if (!numeral) return;
    figure.set_text(text);
    figure.set_value((chars[0] == U'-' ? "-" : "") + numeral->value);
    int at = numeral->end;
    while (IsSpace(chars[at])) ++at;
    const auto unit = context_.lexicon.units.At(chars, at);
    if (unit.length > 0) figure.set_unit(unit.normal);
  }

  void SetMeaning(int column, const RowName& name, Fact& fact) {
    const Column& head = At(column);
    const bool by_head = heads_name_ && !SaysNothing(head.head) && !head.change;
    const std::string label = by_head ? head.head : name.name;
    Note(context_, Why::DECISION_LABEL,
         by_head ? Why::SOURCE_COLUMN : Why::SOURCE_ROW, label);
    Figure& figure = *fact.mutable_figure();
    SetPrintedUnit(head, name, figure);
    const Indicator* indicator = LinkCell(label, by_head, fact);
    CompleteUnit(column, label, indicator, figure);
    fact.set_label(
        indicator != nullptr
            ? core::Catalogue::TitleIn(*indicator, context_.edition.code())
            : label);
    if (head.change || IsChangeHead(name.name)) {
      fact.set_label(fact.label() + "变化");
      fact.clear_link();
      Note(context_, Why::DECISION_CHANGE, Why::SOURCE_COLUMN, head.head);
      return;
    }
    if (indicator != nullptr) fact.set_concept_code(indicator->code());
    if (by_head) AddDimensions(head, name, fact);
  }

  void SetPrintedUnit(const Column& head, const RowName& name,
                      Figure& figure) const {
    if (IsRatio(figure)) return;
    if (figure.unit().empty()) figure.set_unit(head.unit);
    if (figure.unit().empty()) {
      figure.set_unit(UnitInCell(name.unit, context_.lexicon));
    }
    if (figure.unit().empty()) figure.set_unit(caption_unit_);
  }

  // The unit of a figure that prints none and has none in head or caption.
  void CompleteUnit(int column, const std::string& label,
                    const Indicator* indicator, Figure& figure) const {
    if (!figure.unit().empty() || IsRatio(figure)) return;
    if (indicator != nullptr) return figure.set_unit(indicator->unit());
    figure.set_unit(UnitByName(label, context_.lexicon));
    // 其中 counts what its whole counts.
    for (int c = column - 1;
         figure.unit().empty() && IsPartName(label) && c >= range_.begin; --c) {
      if (IsPartName(At(c).head)) continue;
      const Indicator* whole = context_.linker.FindByName(At(c).head);
      figure.set_unit(whole != nullptr
                          ? whole->unit()
                          : UnitByName(At(c).head, context_.lexicon));
      break;
    }
  }

  // The indicator of a row or column; a part belongs to the whole above it.
  const Indicator* LinkCell(const std::string& label, bool by_head,
                            Fact& fact) {
    const LinkFigure figure = ToLink(context_, fact.figure(), fact.period());
    const Linker& linker = context_.linker;
    if (by_head) return Take(linker.Find(label, figure), fact);
    const std::string name = PartName(label);
    const Indicator* found = Take(linker.FindPart(whole_, name, figure), fact);
    if (found != nullptr) return found;
    found = Take(linker.Find(name, figure), fact);
    if (found != nullptr && !IsPartName(label)) whole_ = found->code();
    return found;
  }

  // The linked indicator, with its points put into the fact; null for none.
  const Indicator* Take(const LinkResult& result, Fact& fact) const {
    if (context_.trace != nullptr) context_.trace->Consider(result);
    if (result.indicator != nullptr) *fact.mutable_link() = result.ToLink();
    return result.indicator;
  }

  static void AddDimensions(const Column& head, const RowName& name,
                            Fact& fact) {
    auto dimensions = name.dimensions;
    if (!head.item.empty()) dimensions.emplace_back("项目", head.item);
    std::sort(dimensions.begin(), dimensions.end());
    for (const auto& [key, value] : dimensions) {
      auto* dimension = fact.add_dimensions();
      dimension->set_name(key);
      dimension->set_value(value);
    }
  }

  void SetPeriod(int column, const RowName& name, Fact& fact) const {
    const std::array<std::pair<Why::Source, std::string>, 4> periods = {{
        {Why::SOURCE_COLUMN, At(column).period},
        {Why::SOURCE_ROW, name.period},
        {Why::SOURCE_CAPTION, caption_period_},
        {Why::SOURCE_EDITION, core::PeriodOfYear(context_.edition.data_year())},
    }};
    for (const auto& [source, period] : periods) {
      if (period.empty()) continue;
      Note(context_, Why::DECISION_PERIOD, source, period);
      return fact.set_period(period);
    }
  }

  const Block& block_;
  ReadingContext& context_;
  const TableGrid& grid_;
  const std::vector<Column>& columns_;
  const ColumnRange range_;
  const std::string caption_period_;
  const std::string caption_unit_;
  // Whether the figures' columns have words of their own besides years.
  bool heads_name_ = false;
  // Code of the indicator that 其中 rows are part of.
  std::string whole_;
};

// The tables that stand side by side: where the heads of the first columns
// come again, a new one begins. 项目 数值 项目 数值 are two.
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

}  // namespace

void ReadTable(const Block& block, ReadingContext& context) {
  const TableGrid grid(block.table());
  const std::vector<Column> columns = ColumnsOf(grid, context.lexicon);
  for (const ColumnRange& range : SideBySide(columns)) {
    TableReader(block, grid, columns, range, context).Read();
  }
}

}  // namespace nianbao::intake
