#include "services/metrics/suppression/public_cells.h"

#include <algorithm>
#include <utility>

#include "services/metrics/suppression/public_cells_planner.h"

namespace nianbao::metrics {

bool IsSafe(bool additive, std::vector<core::Rational> figures) {
  if (figures.size() < kFewestPublicSchools) return false;
  if (!additive) return true;
  core::Rational others = 0;
  for (core::Rational& figure : figures) {
    if (figure < 0) figure = -figure;
    others += figure;
  }
  std::partial_sort(figures.begin(), figures.begin() + 2, figures.end(),
                    [](const auto& a, const auto& b) { return a > b; });
  others -= figures[0] + figures[1];
  return others * 10 >= figures[0];
}

PublicCells PublicCells::Plan(const std::vector<SchoolPlace>& schools,
                              const std::vector<PublicMeasure>& measures,
                              const MeasureTies& ties) {
  return PublicCellsPlanner(schools, measures, ties).Plan();
}

bool PublicCells::Withholds(const std::vector<std::size_t>& schools,
                            std::size_t measure) const {
  const auto found = group_of_.find(schools);
  if (found != group_of_.end() && groups_[found->second].told) {
    return withheld_[measure][found->second];
  }
  std::vector<core::Rational> figures;
  Span::Row row(unknowns_[measure], 0);
  std::size_t reported = 0;
  for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
    std::size_t in = 0;
    std::size_t all = 0;
    for (const std::size_t school : atoms_[atom]) {
      const auto& figure = measures_[measure].figures[school];
      if (!figure) continue;
      ++all;
      if (!std::binary_search(schools.begin(), schools.end(), school)) continue;
      ++in;
      figures.push_back(*figure);
    }
    if (in != 0 && in != all) return true;
    reported += in;
    if (in == 0) continue;
    for (const std::size_t column : columns_[measure][atom]) ++row[column];
  }
  if (reported == 0) return false;
  if (!IsSafe(measures_[measure].additive, std::move(figures)) ||
      !known_[measure]->Determines(std::move(row))) {
    return true;
  }
  return std::any_of(
      inputs_[measure].begin(), inputs_[measure].end(),
      [&](std::size_t input) { return Withholds(schools, input); });
}

}  // namespace nianbao::metrics
