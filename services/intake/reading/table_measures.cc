#include "services/intake/reading/table_measures.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "services/intake/reading/table_labels.h"

namespace nianbao::intake {
namespace {

constexpr std::string_view kPrize = "奖";

bool Has(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

// A measure of rows or of both.
Measure Named(std::string label, std::vector<std::string> wordings) {
  Measure measure;
  measure.label = std::move(label);
  measure.wordings = std::move(wordings);
  return measure;
}

Measure Divided(std::string label, std::vector<std::string> wordings) {
  Measure measure = Named(std::move(label), std::move(wordings));
  measure.divided = true;
  return measure;
}

}  // namespace

TableMeasures::TableMeasures(const std::vector<Column>& columns,
                             ColumnRange range, const CaptionWords& caption,
                             const Lexicon& lexicon, const Linker& linker)
    : columns_(columns),
      range_(range),
      caption_(caption),
      lexicon_(lexicon),
      linker_(linker),
      heads_(columns.size()),
      scopes_(columns.size()) {
  NameHeads();
}

bool TableMeasures::HoldsFigures(int column) const {
  return At(column).role == ColumnRole::kFigure && !At(column).change;
}

void TableMeasures::NameHeads() {
  for (int c = range_.begin; c < range_.end; ++c) {
    if (!HoldsFigures(c)) continue;
    const bool names = !SaysNothing(At(c).head);
    heads_name_ = heads_name_ || names;
    rows_name_ = rows_name_ || (!names && !At(c).period.empty());
    heads_[static_cast<std::size_t>(c)] = At(c).head;
    if (IsPartName(At(c).head)) NamePartHead(c);
  }
}

// 其中 | 全日制 right of 招生总数 is 全日制招生数. Where the catalogue knows a
// part by the name that it knows the whole by, the part is meant.
void TableMeasures::NamePartHead(int column) {
  int whole = column - 1;
  while (whole >= range_.begin &&
         (!HoldsFigures(whole) || IsPartName(At(whole).head))) {
    --whole;
  }
  const std::string part = PartName(At(column).head);
  const bool found = whole >= range_.begin;
  const std::string label =
      PartLabel(found ? At(whole).head : caption_.noun, part, true);
  heads_[static_cast<std::size_t>(column)] = label;
  if (!found) return;
  const auto* known = linker_.FindByName(label);
  std::string& scope = scopes_[static_cast<std::size_t>(whole)];
  const bool goes_by_it = known != nullptr &&
                          known == linker_.FindByName(At(whole).head) &&
                          Has(known->title().zh(), part);
  if (goes_by_it || !scope.empty()) {
    scope += (scope.empty() ? "" : "、") + part;
  }
}

int TableMeasures::MeasuredBy(int column) const {
  if (!At(column).change || !heads_name_) return column;
  for (int c = column - 1; c >= range_.begin; --c) {
    if (HoldsFigures(c)) return c;
  }
  return column;
}

bool TableMeasures::NamedByHead(int column) const {
  const Column& head = At(MeasuredBy(column));
  return heads_name_ && !head.change && !SaysNothing(head.head);
}

bool TableMeasures::NamedByBoth(int column) const {
  return rows_name_ && NamedByHead(column) && !name_.divides;
}

void TableMeasures::BeginRow(const RowName& name) {
  name_ = name;
  if (IsPartName(name.name)) {
    in_parts_ = true;
  } else if (in_parts_ && !name.unnumbered) {
    const bool own = name.numbered || name.total || IsMeasure(name.name) ||
                     linker_.FindByName(name.name) != nullptr;
    in_parts_ = !own;
  }
  if (!in_parts_) whole_ = name;
}

bool TableMeasures::HasPrize() const {
  return std::any_of(
      name_.dimensions.begin(), name_.dimensions.end(),
      [](const auto& dimension) { return Has(dimension.second, kPrize); });
}

Measure TableMeasures::OfHead(int column) const {
  const std::string& head = heads_[static_cast<std::size_t>(column)];
  Measure measure;
  measure.label = head;
  measure.counted = At(column).head;
  measure.divided = true;
  measure.scope = scopes_[static_cast<std::size_t>(column)];
  if (!measure.scope.empty()) return measure;
  const std::string& noun = caption_.noun;
  const bool own = !name_.divides && !name_.total && !name_.name.empty();
  if (!caption_.persons.empty() && CountsPersons(head) && own) {
    measure.label = PersonsOf(head);
    measure.wordings = {measure.label};
    return measure;
  }
  if (OnlyCounts(head, lexicon_) && !noun.empty() && !Has(noun, head)) {
    measure.label = noun + head;
    measure.wordings = {noun + head, head};
    return measure;
  }
  if (HasPrize()) measure.label = OfPrizes(head);
  measure.wordings = {head};
  // 取证率 in a table of 职业技能等级认定, unless all know what it is.
  const bool rate = head.ends_with("率") && Fold(head).size() <= 3;
  if (rate && !noun.empty() && caption_.persons.empty() && !caption_.measure &&
      linker_.FindByName(head) == nullptr) {
    measure.label = noun + head;
    measure.wordings = {noun + head};
  }
  return measure;
}

// 正高级 | 人数 in a table of teachers is 正高级教师人数.
std::string TableMeasures::PersonsOf(const std::string& head) const {
  const std::string& persons = caption_.persons;
  std::string part = PartName(name_.name);
  // 职称 | 高级 are those with a 高级职称.
  for (const auto& dimension : name_.dimensions) {
    const std::string& kind = dimension.second;
    const bool known = kind == "职称" || kind == "学历";
    if (known && !part.empty() && !Has(part, kind)) part += kind;
  }
  return part + (Has(part, persons) ? "" : persons) + head;
}

// Rows of majors below years: the caption says what is counted.
Measure TableMeasures::OfDivision() const {
  const std::string& noun = caption_.noun;
  return Divided(noun, {noun, noun + "数", noun + "人数"});
}

Measure TableMeasures::OfPart() const {
  const std::string part = PartName(name_.name);
  const std::string whole = PartName(whole_.name);
  const bool same_unit = name_.unit == whole_.unit;
  const std::string label = PartLabel(whole, part, same_unit);
  // 中外合作办学专业 and its 在校生数: not those of the school.
  if (!IsMeasure(part) || StandsAlone(whole, part, same_unit)) {
    return Named(label, {part, label});
  }
  return Named(label, {label});
}

// 收入 | 合计 below a caption of both income and expenses.
Measure TableMeasures::OfGroup() const {
  const std::string& group = name_.group;
  return Named(IsMeasure(group) ? group : group + name_.name,
               {group, group + "总数", group + "总额"});
}

Measure TableMeasures::OfRow() const {
  const std::string& noun = caption_.noun;
  if (!name_.group.empty()) return OfGroup();
  if (name_.total && !name_.divides) {
    if (caption_.measure || noun.empty()) return Named(noun, {noun});
    return Named(noun + "合计", {});
  }
  if (name_.divides && !noun.empty()) return OfDivision();
  if (in_parts_) return OfPart();
  const std::string full = WithPersons(name_.name, caption_.persons);
  const bool known = linker_.FindByName(full) != nullptr ||
                     linker_.FindByName(name_.name) != nullptr;
  if (caption_.measure && !known && !IsMeasure(full)) {
    return Named(noun + "（" + name_.name + "）", {});
  }
  return Named(full, {name_.name, full});
}

Measure TableMeasures::Of(int column) const {
  const int measured = MeasuredBy(column);
  if (!NamedByHead(column)) return OfRow();
  if (!NamedByBoth(column)) return OfHead(measured);
  return Named(OfRow().label + heads_[static_cast<std::size_t>(measured)], {});
}

}  // namespace nianbao::intake
