// Which figures the public may see.
#ifndef NIANBAO_SERVICES_METRICS_SUPPRESSION_PUBLIC_CELLS_H_
#define NIANBAO_SERVICES_METRICS_SUPPRESSION_PUBLIC_CELLS_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "services/core/rational.h"
#include "services/metrics/suppression/span.h"

namespace nianbao::metrics {

// Where a school counts; empty where it is not known or has none.
struct SchoolPlace {
  std::string city;
  std::string county;
  std::string school_class;
};

// The schools' figures of an indicator.
struct PublicMeasure {
  // Whether they add up: then no school may be the most of a figure.
  bool additive = false;
  // One for each school; nothing for a blank.
  std::vector<std::optional<core::Rational>> figures;
};

// How indicators of one group hang together, by their places in the list.
struct MeasureTies {
  // A whole and all of its parts.
  struct Sum {
    std::size_t whole = 0;
    std::vector<std::size_t> parts;
  };
  // A formula, where all but one of its figures give that one.
  struct Formula {
    std::size_t result = 0;
    std::vector<std::size_t> inputs;
  };
  std::vector<Sum> sums;
  std::vector<Formula> formulas;
};

// A figure rests on few schools where fewer report it.
inline constexpr int kFewestPublicSchools = 3;

// Whether a figure of these schools' figures is safe to tell: three schools or
// more are in it, and, of one that adds up, the second largest can't estimate
// the largest to within a tenth: what the others have is a tenth of the largest
// at least (the p% rule with p = 10).
bool IsSafe(bool additive, std::vector<core::Rational> figures);

// Decides for a whole province at once, whatever is asked of it later, so that
// no two answers together tell what one keeps back. The figures that can be
// asked for are those of all schools, of each city, county and class, each
// indicator. Withheld are
//  - figures that are not safe;
//  - as many others as it takes so that none of these follows from the rest: by
//    sums over regions and classes, by wholes and parts, by formulas and their
//    inputs; and so that what is left of a total without the figures told is
//    safe itself, or a school could take its own figure off.
// The choice depends on nothing but the arguments. Immutable once made; safe
// for use from any thread.
class PublicCells {
 public:
  static PublicCells Plan(const std::vector<SchoolPlace>& schools,
                          const std::vector<PublicMeasure>& measures,
                          const MeasureTies& ties);

  // Whether the public may not see the measure's figure of these schools, given
  // by their places in rising order. Of a group that is none of those above, it
  // may where the figure follows from others that it sees.
  bool Withholds(const std::vector<std::size_t>& schools,
                 std::size_t measure) const;

  // Schools of one city, county or class, and whether that can be asked for:
  // schools of a city without a county only follow from others.
  struct Group {
    std::vector<std::size_t> schools;
    bool told = false;
  };

  // Groups, and whether one's figure is kept back: for tests.
  const std::vector<Group>& groups() const { return groups_; }
  bool withheld(std::size_t group, std::size_t measure) const {
    return withheld_[measure][group];
  }

 private:
  friend class PublicCellsPlanner;
  PublicCells() = default;

  std::vector<PublicMeasure> measures_;
  std::vector<Group> groups_;
  std::map<std::vector<std::size_t>, std::size_t> group_of_;
  // By measure, then by group.
  std::vector<std::vector<bool>> withheld_;
  // Schools that are in all the same groups, and for each school which.
  std::vector<std::vector<std::size_t>> atoms_;
  // By measure: the columns of its rows, by atom; and what the public knows.
  std::vector<std::vector<std::vector<std::size_t>>> columns_;
  std::vector<std::shared_ptr<const Span>> known_;
  std::vector<std::size_t> unknowns_;
  std::vector<std::vector<std::size_t>> inputs_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SUPPRESSION_PUBLIC_CELLS_H_
