#include "services/core/standards.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "services/core/validity.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Standard;

// How near a standard is to a school.
struct Nearness {
  // Levels of the standard's region from the top; none for everywhere.
  int region = 0;
  // Whether it names the school's class.
  bool school_class = false;

  bool IsMoreThan(const Nearness& other) const {
    return region >= other.region && school_class >= other.school_class &&
           (region > other.region || school_class > other.school_class);
  }
};

// Nothing where the standard does not apply.
std::optional<Nearness> NearnessOf(const Standard& standard,
                                   const StandardScope& scope,
                                   const std::vector<std::string>& around) {
  if (!ValidityOf(standard).Holds(scope.day)) return std::nullopt;
  Nearness nearness;
  if (!standard.region().empty()) {
    const auto at = std::find(around.begin(), around.end(), standard.region());
    if (at == around.end()) return std::nullopt;
    nearness.region = static_cast<int>(around.end() - at);
  }
  if (standard.school_classes().empty()) return nearness;
  nearness.school_class = true;
  const auto& classes = standard.school_classes();
  return std::find(classes.begin(), classes.end(), scope.school_class) ==
                 classes.end()
             ? std::nullopt
             : std::optional<Nearness>(nearness);
}

}  // namespace

const std::string& RequirementOf(const Standard& standard) {
  return standard.requirement().empty() ? standard.code()
                                        : standard.requirement();
}

std::map<std::string, std::vector<const Standard*>> MostSpecificStandards(
    const Catalogue& catalogue, const StandardScope& scope) {
  const std::vector<std::string> around =
      catalogue.RegionsAround(scope.region, scope.day);
  std::map<std::string, std::vector<std::pair<Nearness, const Standard*>>> all;
  for (const auto& [code, standard] : catalogue.standards()) {
    const auto nearness = NearnessOf(*standard, scope, around);
    if (nearness)
      all[RequirementOf(*standard)].push_back({*nearness, standard});
  }
  std::map<std::string, std::vector<const Standard*>> nearest;
  for (const auto& [requirement, candidates] : all) {
    for (const auto& [nearness, standard] : candidates) {
      const bool beaten = std::any_of(candidates.begin(), candidates.end(),
                                      [&near = nearness](const auto& other) {
                                        return other.first.IsMoreThan(near);
                                      });
      if (!beaten) nearest[requirement].push_back(standard);
    }
  }
  return nearest;
}

std::vector<const Standard*> ApplicableStandards(const Catalogue& catalogue,
                                                 const StandardScope& scope) {
  std::vector<const Standard*> standards;
  for (const auto& [requirement, nearest] :
       MostSpecificStandards(catalogue, scope)) {
    standards.push_back(nearest.front());
  }
  std::sort(standards.begin(), standards.end(),
            [](const Standard* a, const Standard* b) {
              return a->code() < b->code();
            });
  return standards;
}

}  // namespace nianbao::core
