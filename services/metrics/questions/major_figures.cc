#include "services/metrics/questions/major_figures.h"

#include <algorithm>
#include <utility>

namespace nianbao::metrics {

MajorFigures::MajorFigures(const Snapshot& snapshot, const EditionTable& table,
                           std::size_t row, const std::string& dimension,
                           const std::set<std::string>& divisions)
    : snapshot_(snapshot),
      dimension_(dimension),
      divisions_(divisions),
      year_(table.data_year()) {
  own_ = CellsOf(table.row(row));
  for (const auto& [key, cell] : own_) {
    if (key.second.year == year_) majors_.insert(key.first);
  }
  for (int year = year_ - 1; year >= year_ - Snapshot::kYearsBack; --year) {
    const EarlierTable* earlier = snapshot.Earlier(table, year);
    if (earlier == nullptr || earlier->links == nullptr ||
        row >= earlier->links->rows.size()) {
      continue;
    }
    const std::int32_t from = earlier->links->rows[row];
    if (from < 0) continue;
    earlier_[year] =
        CellsOf(earlier->table->row(static_cast<std::size_t>(from)));
  }
}

MajorFigures::Cells MajorFigures::CellsOf(const SchoolRow& row) const {
  Cells cells;
  if (row.parts == nullptr) return cells;
  for (const PartFigure& part : *row.parts) {
    const std::string* major = nullptr;
    bool foreign = false;
    for (const auto& [name, value] : part.dimensions) {
      if (name == dimension_) {
        major = &value;
      } else {
        foreign = foreign || divisions_.count(name) == 0;
      }
    }
    if (major == nullptr || foreign) continue;
    Cell& cell = cells[{*major, part.key}];
    if (part.dimensions.size() == 1) {
      if (cell.plain == nullptr) cell.plain = &part;
    } else {
      cell.several = cell.several || cell.divided != nullptr;
      cell.divided = &part;
    }
  }
  return cells;
}

std::optional<MajorFigure> MajorFigures::In(const Cells& cells,
                                            const Key& key) {
  const auto found = cells.find(key);
  if (found == cells.end()) return std::nullopt;
  const Cell& cell = found->second;
  const PartFigure* part = cell.plain;
  if (part == nullptr && !cell.several) part = cell.divided;
  if (part == nullptr || !part->quantity) return std::nullopt;
  return MajorFigure{*part->quantity, {part->fact}};
}

std::optional<MajorFigure> MajorFigures::Printed(const std::string& major,
                                                 const FigureKey& key) const {
  auto own = In(own_, {major, key});
  if (own || key.year == year_) return own;
  const auto earlier = earlier_.find(key.year);
  if (earlier == earlier_.end()) return std::nullopt;
  return In(earlier->second, {major, key});
}

std::optional<MajorFigure> MajorFigures::Compute(const std::string& major,
                                                 const FigureKey& key) const {
  const auto& catalogue = snapshot_.catalogue();
  const auto& indicator = *catalogue.FindIndicator(key.indicator);
  const core::Expression& formula = catalogue.FormulaOf(key.indicator);
  MajorFigure computed;
  const core::Lookup lookup =
      [&](const core::Reference& reference) -> std::optional<core::Quantity> {
    if (reference.each) return std::nullopt;
    const auto input =
        Find(major, {reference.code, key.year - reference.years_back});
    if (!input) return std::nullopt;
    for (const std::string& fact : input->facts) {
      if (std::find(computed.facts.begin(), computed.facts.end(), fact) ==
          computed.facts.end()) {
        computed.facts.push_back(fact);
      }
    }
    return input->quantity;
  };
  const bool zero =
      indicator.missing() == nianbao::catalogue::v1::MISSING_POLICY_ZERO;
  const auto point = formula.Evaluate(lookup, core::Reading::kPrinted, zero);
  if (!point) return std::nullopt;
  computed.quantity.value = *point->lower.value;
  computed.quantity.rounded = computed.quantity.loose =
      formula.Evaluate(lookup, core::Reading::kInterval, zero)
          .value_or(core::Interval::Everything());
  computed.quantity.unit = indicator.unit();
  computed.quantity.decimals = indicator.decimals();
  return computed;
}

std::optional<MajorFigure> MajorFigures::Find(const std::string& major,
                                              const FigureKey& key) const {
  auto printed = Printed(major, key);
  const auto* indicator = snapshot_.catalogue().FindIndicator(key.indicator);
  if (printed || indicator == nullptr || indicator->formula().empty()) {
    return printed;
  }
  return Compute(major, key);
}

}  // namespace nianbao::metrics
