#include "services/intake/reading/table_facts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/fact_table.h"
#include "services/core/wording.h"
#include "services/intake/readers/table_rebuilder.h"
#include "services/intake/reading/numerals.h"
#include "services/intake/reading/periods.h"
#include "services/intake/reading/table_columns.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::document::v1::Block;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Figure;

constexpr std::string_view kAmong = "其中";

// A row's names: what its figures are about.
struct RowName {
  // The innermost name, such as 护理 or 招生规模.
  std::string name;
  std::string unit;
  std::string period;
};

bool StartsWith(const std::string& text, std::string_view prefix) {
  return std::string_view(text).substr(0, prefix.size()) == prefix;
}

// 其中：国家级 → 国家级; nothing where the name is no part.
std::optional<std::string> PartName(const std::string& name) {
  if (!StartsWith(name, kAmong)) return std::nullopt;
  const Chars chars(name.substr(kAmong.size()));
  int at = 0;
  while (chars[at] == U':' || IsSpace(chars[at])) ++at;
  return chars.Text(at, chars.size());
}

bool Ends(const std::string& text, std::string_view tail) {
  return text.size() >= tail.size() &&
         std::string_view(text).substr(text.size() - tail.size()) == tail;
}

class TableReader {
 public:
  TableReader(const Block& block, ReadingContext& context)
      : block_(block),
        context_(context),
        grid_(block.table()),
        columns_(ColumnsOf(grid_, context.lexicon)) {
    for (const Column& column : columns_) {
      if (column.role != ColumnRole::kFigure || column.change) continue;
      heads_name_ = heads_name_ || !column.head.empty();
    }
    table_period_ = PeriodIn(block.table().caption());
  }

  void Read() {
    carried_.resize(columns_.size());
    for (int row = grid_.head_rows(); row < grid_.rows(); ++row) {
      const RowName name = NameOf(row);
      for (int column = 0; column < grid_.columns(); ++column) {
        const auto& role = columns_[static_cast<std::size_t>(column)].role;
        if (role == ColumnRole::kFigure) ReadCell(row, column, name);
      }
    }
  }

 private:
  const Column& At(int column) const {
    return columns_[static_cast<std::size_t>(column)];
  }

  bool HasName(int row) const {
    for (int c = 0; c < grid_.columns(); ++c) {
      if (At(c).role == ColumnRole::kName && !grid_.Text(row, c).empty()) {
        return true;
      }
    }
    return false;
  }

  // Puts the row's names into `carried_`: a blank cell goes on with the name
  // above it (merged cells) where it stands left of the row's own names, or
  // where the row has none; a last row without any name is a total.
  void CarryNames(int row) {
    bool own = false;
    const bool total = !HasName(row) && row + 1 == grid_.rows();
    for (int c = 0; c < grid_.columns(); ++c) {
      if (At(c).role != ColumnRole::kName) continue;
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

  RowName NameOf(int row) {
    CarryNames(row);
    RowName name;
    for (int c = 0; c < grid_.columns(); ++c) {
      if (At(c).role == ColumnRole::kUnit) name.unit = grid_.Text(row, c);
      if (At(c).role != ColumnRole::kName) continue;
      const std::string& carried = carried_[static_cast<std::size_t>(c)];
      if (carried.empty()) continue;
      const std::string period = PeriodIn(carried);
      if (!period.empty() && CountHan(carried) <= 3) {
        name.period = period;
      } else if (name.name.empty() || !grid_.Text(row, c).empty()) {
        name.name = carried;
      }
    }
    return name;
  }

  static int CountHan(const std::string& text) {
    const std::u32string chars = Fold(text);
    return static_cast<int>(std::count_if(chars.begin(), chars.end(), IsHan));
  }

  void ReadCell(int row, int column, const RowName& name) {
    const std::string& text = grid_.Text(row, column);
    if (!IsFigureCell(text)) return;
    Fact fact;
    SetFigure(text, *fact.mutable_figure());
    SetMeaning(column, name, fact);
    SetPeriod(column, name, fact);
    auto* place = fact.mutable_place();
    place->set_block(block_.id());
    place->set_row(row);
    place->set_column(column);
    place->set_end(static_cast<int>(text.size()));
    place->set_line(grid_.Line(row, column));
    Fact* added = AddFact(context_);
    added->MergeFrom(fact);
    added->set_origin(nianbao::fact::v1::ORIGIN_TABLE);
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
    const bool by_head = heads_name_ && !head.head.empty() && !head.change;
    const std::string label = by_head ? head.head : name.name;
    Figure& figure = *fact.mutable_figure();
    if (figure.unit().empty()) figure.set_unit(head.unit);
    if (figure.unit().empty()) figure.set_unit(UnitOf(name.unit));
    const Indicator* indicator = LinkCell(label, by_head, figure);
    if (figure.unit().empty() && indicator != nullptr) {
      figure.set_unit(indicator->unit());
    }
    if (figure.unit().empty()) figure.set_unit(UnitByName(label, figure));
    fact.set_label(indicator != nullptr ? indicator->title().zh() : label);
    if (head.change || IsChangeHead(name.name)) {
      fact.set_label(fact.label() + "变化");
      return;
    }
    if (indicator != nullptr) fact.set_concept_code(indicator->code());
    if (by_head) AddDimensions(head, fact);
  }

  // The indicator of a row or column; a part belongs to the whole above it.
  const Indicator* LinkCell(const std::string& label, bool by_head,
                            const Figure& figure) {
    if (!by_head) {
      const auto part = PartName(label);
      const std::string name = part ? *part : label;
      const Indicator* found = context_.linker.FindPart(whole_, name);
      if (found != nullptr) return found;
      found = Find(name, figure);
      if (found != nullptr && !part) whole_ = found->code();
      if (found != nullptr || part) return found;
    }
    return Find(label, figure);
  }

  const Indicator* Find(const std::string& label, const Figure& figure) const {
    if (!figure.unit().empty() ||
        figure.value().find(':') != std::string::npos) {
      return context_.linker.Find(label, figure);
    }
    return context_.linker.FindByName(label);
  }

  std::string UnitOf(const std::string& text) const {
    if (text.empty() || text == "/") return "";
    const std::string normal = context_.lexicon.units.NormalOf(Fold(text));
    return normal.empty() ? text : normal;
  }

  static std::string UnitByName(const std::string& name, const Figure& figure) {
    if (figure.value().find(':') != std::string::npos) return "";
    if (name.find("率") != std::string::npos || Ends(name, "比例") ||
        Ends(name, "满意度")) {
      return "%";
    }
    for (const std::string_view tail :
         {"人数", "生数", "人", "学生", "教师", "规模", "教师数", "总数"}) {
      if (Ends(name, tail)) return "人";
    }
    return "";
  }

  // The row's names as dimensions; a total has none, it is the whole.
  void AddDimensions(const Column& head, Fact& fact) const {
    std::vector<std::pair<std::string, std::string>> found;
    if (!head.item.empty()) found.emplace_back("项目", head.item);
    for (int c = 0; c < grid_.columns(); ++c) {
      if (At(c).role != ColumnRole::kName) continue;
      const std::string& value = carried_[static_cast<std::size_t>(c)];
      const bool period = !PeriodIn(value).empty() && CountHan(value) <= 3;
      if (value.empty() || period || IsTotal(value)) continue;
      const std::string& dimension = At(c).dimension;
      found.emplace_back(dimension.empty() ? DimensionName(c) : dimension,
                         value);
    }
    std::sort(found.begin(), found.end());
    for (const auto& [key, value] : found) {
      auto* dimension = fact.add_dimensions();
      dimension->set_name(key);
      dimension->set_value(value);
    }
  }

  bool IsTotal(const std::string& name) const {
    const std::u32string word = Fold(core::WordingKey(name));
    return !context_.lexicon.totals.NormalOf(word).empty();
  }

  std::string DimensionName(int column) const {
    const std::string& head = At(column).head;
    return head.empty() ? "项目" : head;
  }

  void SetPeriod(int column, const RowName& name, Fact& fact) const {
    const std::string& head = At(column).period;
    if (!head.empty()) {
      fact.set_period(head);
    } else if (!name.period.empty()) {
      fact.set_period(name.period);
    } else if (!table_period_.empty()) {
      fact.set_period(table_period_);
    } else {
      fact.set_period(core::PeriodOfYear(context_.edition.data_year()));
    }
  }

  const Block& block_;
  ReadingContext& context_;
  const TableGrid grid_;
  const std::vector<Column> columns_;
  // Whether the figures' columns have words of their own besides years.
  bool heads_name_ = false;
  std::string table_period_;
  // The name that holds in each column, from this row or one above.
  std::vector<std::string> carried_;
  // Code of the indicator that 其中 rows are part of.
  std::string whole_;
};

}  // namespace

void ReadTable(const Block& block, ReadingContext& context) {
  TableReader(block, context).Read();
}

}  // namespace nianbao::intake
