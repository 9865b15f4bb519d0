// Groups, sums and unknowns of PublicCellsPlanner.
#include <algorithm>
#include <numeric>
#include <set>

#include "services/metrics/suppression/public_cells_planner.h"

namespace nianbao::metrics {

std::size_t PublicCellsPlanner::GroupOf(const Schools& schools, bool told) {
  const auto [at, added] =
      cells_.group_of_.emplace(schools, cells_.groups_.size());
  if (added) cells_.groups_.push_back({schools, false});
  auto& group = cells_.groups_[at->second];
  group.told = group.told || told;
  return at->second;
}

void PublicCellsPlanner::MakeSplit(std::size_t whole,
                                   const std::vector<std::size_t>& parts) {
  if (parts.size() > 1) splits_.emplace_back(whole, parts);
}

void PublicCellsPlanner::MakeGroups() {
  Schools all(schools_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::map<std::string, Schools> cities;
  std::map<std::string, Schools> counties;
  std::map<std::string, Schools> classes;
  std::map<std::pair<std::string, std::string>, Schools> leaves;
  for (const std::size_t school : all) {
    const SchoolPlace& place = schools_[school];
    cities[place.city].push_back(school);
    counties[place.county].push_back(school);
    classes[place.school_class].push_back(school);
    leaves[{place.city, place.county}].push_back(school);
  }
  const std::size_t root = GroupOf(all, true);
  std::map<std::string, std::vector<std::size_t>> of_city;
  std::map<std::string, std::vector<std::size_t>> of_county;
  for (const auto& [key, schools] : leaves) {
    const std::size_t leaf = GroupOf(schools, false);
    of_city[key.first].push_back(leaf);
    of_county[key.second].push_back(leaf);
  }
  const auto tell = [this](const auto& named, const auto* parts) {
    std::vector<std::size_t> told;
    for (const auto& [code, schools] : named) {
      told.push_back(GroupOf(schools, true));
      if (parts != nullptr) MakeSplit(told.back(), parts->at(code));
    }
    return told;
  };
  MakeSplit(root, tell(cities, &of_city));
  tell(counties, &of_county);
  MakeSplit(root, tell(classes, static_cast<decltype(of_city)*>(nullptr)));
}

void PublicCellsPlanner::MakeAtoms() {
  std::vector<std::vector<std::size_t>> groups_of(schools_.size());
  for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
    for (const std::size_t school : cells_.groups_[group].schools) {
      groups_of[school].push_back(group);
    }
  }
  std::map<std::vector<std::size_t>, std::size_t> atoms;
  for (std::size_t school = 0; school < schools_.size(); ++school) {
    const auto [at, added] =
        atoms.emplace(groups_of[school], cells_.atoms_.size());
    if (added) cells_.atoms_.emplace_back();
    cells_.atoms_[at->second].push_back(school);
  }
  atoms_of_.resize(cells_.groups_.size());
  for (const auto& [groups, atom] : atoms) {
    for (const std::size_t group : groups) atoms_of_[group].push_back(atom);
  }
}

void PublicCellsPlanner::MakeFamilies() {
  std::vector<std::size_t> root(measures_.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto join = [&root](std::size_t a, std::size_t b) {
    std::replace(root.begin(), root.end(), std::size_t{root[b]},
                 std::size_t{root[a]});
  };
  for (const auto& sum : ties_.sums) {
    for (const std::size_t part : sum.parts) join(sum.whole, part);
  }
  cells_.columns_.assign(
      measures_.size(),
      std::vector<std::vector<std::size_t>>(cells_.atoms_.size()));
  cells_.inputs_.resize(measures_.size());
  for (const auto& formula : ties_.formulas) {
    cells_.inputs_[formula.result] = formula.inputs;
  }
  std::map<std::size_t, Family> families;
  for (std::size_t measure = 0; measure < measures_.size(); ++measure) {
    families[root[measure]].measures.push_back(measure);
  }
  for (auto& [first, family] : families) {
    MakeRelations(family);
    MakeColumns(family);
    families_.push_back(std::move(family));
  }
}

void PublicCellsPlanner::MakeRelations(Family& family) {
  for (const std::size_t measure : family.measures) {
    for (const auto& [whole, parts] : splits_) {
      Relation relation = {{measure, whole}, {}};
      for (const std::size_t part : parts) {
        relation.parts.push_back({measure, part});
      }
      family.relations.push_back(std::move(relation));
    }
    for (const auto& sum : ties_.sums) {
      if (sum.whole != measure) continue;
      for (std::size_t group = 0; group < cells_.groups_.size(); ++group) {
        Relation relation = {{measure, group}, {}};
        for (const std::size_t part : sum.parts) {
          relation.parts.push_back({part, group});
        }
        family.relations.push_back(std::move(relation));
      }
    }
  }
}

// Whether a school of the atom reports the whole and not all of its parts: then
// the whole has more in it than they.
bool PublicCellsPlanner::NeedsRest(const MeasureTies::Sum& sum,
                                   std::size_t atom) const {
  const auto lacks = [&](std::size_t school) {
    return measures_[sum.whole].figures[school] &&
           std::any_of(sum.parts.begin(), sum.parts.end(),
                       [&](std::size_t part) {
                         return !measures_[part].figures[school];
                       });
  };
  return std::any_of(cells_.atoms_[atom].begin(), cells_.atoms_[atom].end(),
                     lacks);
}

const std::vector<std::size_t>& PublicCellsPlanner::ColumnsOf(
    Family& family, std::size_t measure, std::size_t atom) {
  auto& columns = cells_.columns_[measure][atom];
  if (!columns.empty()) return columns;
  const auto& figures = measures_[measure].figures;
  const auto& schools = cells_.atoms_[atom];
  if (std::none_of(schools.begin(), schools.end(), [&](std::size_t school) {
        return figures[school].has_value();
      })) {
    return columns;  // nothing is reported, which all may know
  }
  const auto sum = std::find_if(
      ties_.sums.begin(), ties_.sums.end(),
      [measure](const auto& each) { return each.whole == measure; });
  if (sum != ties_.sums.end()) {
    for (const std::size_t part : sum->parts) {
      const auto& of_part = ColumnsOf(family, part, atom);
      columns.insert(columns.end(), of_part.begin(), of_part.end());
    }
    if (!NeedsRest(*sum, atom)) return columns;
  }
  columns.push_back(family.unknowns++);
  return columns;
}

void PublicCellsPlanner::MakeColumns(Family& family) {
  for (const std::size_t measure : family.measures) {
    for (std::size_t atom = 0; atom < cells_.atoms_.size(); ++atom) {
      ColumnsOf(family, measure, atom);
    }
  }
}

}  // namespace nianbao::metrics
