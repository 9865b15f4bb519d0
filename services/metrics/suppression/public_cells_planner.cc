#include "services/metrics/suppression/public_cells_planner.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace nianbao::metrics {

PublicCellsPlanner::PublicCellsPlanner(
    const std::vector<SchoolPlace>& schools,
    const std::vector<PublicMeasure>& measures, const MeasureTies& ties)
    : schools_(schools), measures_(measures), ties_(ties) {
  cells_.measures_ = measures;
}

PublicCells PublicCellsPlanner::Plan() {
  MakeGroups();
  MakeAtoms();
  MakeFamilies();
  cells_.withheld_.assign(measures_.size(),
                          std::vector<bool>(cells_.groups_.size(), false));
  WithholdUnsafe();
  do {
    for (Family& family : families_) Protect(family);
  } while (FollowFormulas());
  cells_.known_.resize(measures_.size());
  cells_.unknowns_.resize(measures_.size());
  for (const Family& family : families_) {
    const auto span = std::make_shared<const Span>(SpanOf(family));
    for (const std::size_t measure : family.measures) {
      cells_.known_[measure] = span;
      cells_.unknowns_[measure] = family.unknowns;
    }
  }
  return std::move(cells_);
}

bool PublicCellsPlanner::HasFigures(const Cell& cell) const {
  const auto& figures = measures_[cell.measure].figures;
  const Schools& schools = cells_.groups_[cell.group].schools;
  return std::any_of(schools.begin(), schools.end(), [&](std::size_t school) {
    return figures[school].has_value();
  });
}

bool PublicCellsPlanner::HaveSameSchools(const Cell& a, const Cell& b) const {
  const auto& one = measures_[a.measure].figures;
  const auto& other = measures_[b.measure].figures;
  const Schools& schools = cells_.groups_[a.group].schools;
  return std::all_of(schools.begin(), schools.end(), [&](std::size_t school) {
    return one[school].has_value() == other[school].has_value();
  });
}

bool PublicCellsPlanner::IsWithheld(const Cell& cell) const {
  return cells_.withheld_[cell.measure][cell.group];
}

bool PublicCellsPlanner::IsTold(const Cell& cell) const {
  return cells_.groups_[cell.group].told && !IsWithheld(cell);
}

std::vector<core::Rational> PublicCellsPlanner::FiguresOf(
    const Schools& schools, std::size_t measure) const {
  std::vector<core::Rational> figures;
  for (const std::size_t school : schools) {
    const auto& figure = measures_[measure].figures[school];
    if (figure) figures.push_back(*figure);
  }
  return figures;
}

void PublicCellsPlanner::Withhold(const Cell& cell, bool complement) {
  cells_.withheld_[cell.measure][cell.group] = true;
  if (complement) complements_.push_back(cell);
}

void PublicCellsPlanner::WithholdUnsafe() {
  for (std::size_t measure = 0; measure < measures_.size(); ++measure) {
    for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
      auto figures = FiguresOf(cells_.groups_[group].schools, measure);
      if (figures.empty()) continue;
      if (!IsSafe(measures_[measure].additive, std::move(figures))) {
        Withhold({measure, group}, false);
      }
    }
  }
}

void PublicCellsPlanner::Protect(Family& family) {
  complements_.clear();
  while (ProtectRemainders(family) || ProtectFromSpan(family)) {
  }
  Release(family);
}

// What a told total leaves when its told parts are taken off.
bool PublicCellsPlanner::RemainderIsSafe(const Relation& relation) const {
  if (!IsTold(relation.whole)) return true;
  if (std::none_of(relation.parts.begin(), relation.parts.end(),
                   [this](const Cell& part) { return IsWithheld(part); })) {
    return true;
  }
  std::map<std::size_t, core::Rational> by_school;
  for (const Cell& part : relation.parts) {
    if (IsTold(part)) continue;
    for (const std::size_t school : cells_.groups_[part.group].schools) {
      const auto& figure = measures_[part.measure].figures[school];
      if (figure) by_school[school] += *figure;
    }
  }
  std::vector<core::Rational> figures;
  for (auto& [school, figure] : by_school) {
    figures.push_back(std::move(figure));
  }
  return IsSafe(measures_[relation.whole.measure].additive, std::move(figures));
}

const PublicCellsPlanner::Cell* PublicCellsPlanner::Smallest(
    const std::vector<Cell>& cells) const {
  const Cell* best = nullptr;
  for (const Cell& cell : cells) {
    if (!IsTold(cell) || !HasFigures(cell)) continue;
    // By schools and not by figures, so that the choice falls on the same group
    // for one indicator as for another.
    if (best == nullptr || cells_.groups_[cell.group].schools.size() <
                               cells_.groups_[best->group].schools.size()) {
      best = &cell;
    }
  }
  return best;
}

bool PublicCellsPlanner::ProtectRemainders(Family& family) {
  bool changed = false;
  for (const Relation& relation : family.relations) {
    while (!RemainderIsSafe(relation)) {
      const Cell* next = Smallest(relation.parts);
      Withhold(next == nullptr ? relation.whole : *next, true);
      changed = true;
    }
  }
  return changed;
}

Span::Row PublicCellsPlanner::RowOf(const Cell& cell,
                                    std::size_t unknowns) const {
  Span::Row row(unknowns, 0);
  for (const std::size_t atom : atoms_of_[cell.group]) {
    for (const std::size_t column : cells_.columns_[cell.measure][atom]) {
      ++row[column];
    }
  }
  return row;
}

Span PublicCellsPlanner::SpanOf(const Family& family) const {
  Span span(family.unknowns);
  for (const std::size_t measure : family.measures) {
    for (std::size_t group = cells_.groups_.size(); group-- > 0;) {
      const Cell cell = {measure, group};
      if (IsTold(cell)) span.Add(RowOf(cell, family.unknowns));
    }
  }
  return span;
}

bool PublicCellsPlanner::ProtectFromSpan(Family& family) {
  const Span span = SpanOf(family);
  for (const std::size_t measure : family.measures) {
    for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
      const Cell cell = {measure, group};
      if (!IsWithheld(cell) || !HasFigures(cell) ||
          !span.Determines(RowOf(cell, family.unknowns))) {
        continue;
      }
      Complement(family, cell);
      return true;
    }
  }
  return false;
}

// Withholds one cell more of those that tell about `cell`: one of a sum that it
// is in, or else one that shares a school with it, or else any.
void PublicCellsPlanner::Complement(const Family& family, const Cell& cell) {
  const auto is = [&cell](const Cell& other) {
    return other.measure == cell.measure && other.group == cell.group;
  };
  std::vector<Cell> near;
  for (const Relation& relation : family.relations) {
    const bool in = is(relation.whole) || std::any_of(relation.parts.begin(),
                                                      relation.parts.end(), is);
    if (!in) continue;
    near.insert(near.end(), relation.parts.begin(), relation.parts.end());
    near.push_back(relation.whole);
  }
  if (const Cell* next = Smallest(near)) return Withhold(*next, true);
  std::vector<Cell> sharing;
  std::vector<Cell> rest;
  const auto& atoms = atoms_of_[cell.group];
  for (const std::size_t measure : family.measures) {
    for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
      const auto& other = atoms_of_[group];
      const bool shares =
          std::find_first_of(other.begin(), other.end(), atoms.begin(),
                             atoms.end()) != other.end();
      (shares ? sharing : rest).push_back({measure, group});
    }
  }
  if (const Cell* next = Smallest(sharing)) return Withhold(*next, true);
  if (const Cell* next = Smallest(rest)) return Withhold(*next, true);
}

bool PublicCellsPlanner::IsProtected(const Family& family) const {
  if (!std::all_of(family.relations.begin(), family.relations.end(),
                   [this](const Relation& r) { return RemainderIsSafe(r); })) {
    return false;
  }
  const Span span = SpanOf(family);
  for (const std::size_t measure : family.measures) {
    for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
      const Cell cell = {measure, group};
      if (IsWithheld(cell) && HasFigures(cell) &&
          span.Determines(RowOf(cell, family.unknowns))) {
        return false;
      }
    }
  }
  return true;
}

void PublicCellsPlanner::Release(Family& family) {
  while (!complements_.empty()) {
    const Cell cell = complements_.back();
    complements_.pop_back();
    cells_.withheld_[cell.measure][cell.group] = false;
    if (!IsProtected(family)) Withhold(cell, false);
  }
}

bool PublicCellsPlanner::FollowFormulas() {
  bool changed = false;
  for (const auto& formula : ties_.formulas) {
    for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
      changed = FollowFormula(formula, group) || changed;
    }
  }
  return changed;
}

bool PublicCellsPlanner::FollowFormula(const MeasureTies::Formula& formula,
                                       std::size_t group) {
  const Cell result = {formula.result, group};
  if (!HasFigures(result)) return false;
  std::vector<Cell> inputs;
  bool withheld = false;
  for (const std::size_t input : formula.inputs) {
    inputs.push_back({input, group});
    withheld = withheld || IsWithheld(inputs.back());
  }
  // A ratio that is told ties its inputs together, in this group and, with
  // others, in the groups around it.
  if (withheld && !IsWithheld(result)) {
    Withhold(result, false);
    return true;
  }
  if (withheld || !IsWithheld(result)) return false;
  // A formula's sums run over the schools that report all of its figures, so
  // sums over more schools don't tell it.
  if (!std::all_of(inputs.begin(), inputs.end(), [&](const Cell& input) {
        return HaveSameSchools(result, input);
      })) {
    return false;
  }
  const Cell* input = Smallest(inputs);
  if (input == nullptr) return false;
  Withhold(*input, false);
  return true;
}

}  // namespace nianbao::metrics
