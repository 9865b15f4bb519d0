// A made province: schools that open, close, move, merge and split over the
// years, and the facts that they hand in.
#ifndef NIANBAO_TESTS_TESTING_MADE_PROVINCE_H_
#define NIANBAO_TESTS_TESTING_MADE_PROVINCE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "nianbao/intake/v1/intake.pb.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/catalogue.h"
#include "services/core/organisation_tree.h"

namespace nianbao::testing {

// An indicator of which schools hand in figures.
struct MadeIndicator {
  std::string code;
  std::string unit;
  // Digits behind the point.
  int decimals = 0;
  // Bounds of a school's usual figure, in units of the last digit.
  std::int64_t least = 1;
  std::int64_t most = 5000;
};

// An edition with the year of which it tells.
struct MadeEdition {
  std::string code;
  int data_year = 0;
};

// What is made. Changes are shares in thousandths of the schools that there
// are, for each year from one edition's data year to the next one's.
struct ProvinceShape {
  std::uint64_t seed = 1;
  int schools = 300;
  int cities = 11;
  int counties = 90;
  // Editions in the order of their data years.
  std::vector<MadeEdition> editions;
  std::vector<MadeIndicator> indicators;
  // Regions to use instead of made ones, such as those of a catalogue. Schools
  // then stand in regions that hold on all days.
  std::vector<nianbao::intake::v1::Organisation> regions;
  // Codes of classes of which some schools have one.
  std::vector<std::string> school_classes;
  int opened = 15;
  int closed = 10;
  int renamed = 30;
  int moved = 15;
  int merged = 20;
  int split = 8;
  // Counties that merge into a neighbour, their schools with them; only where
  // regions are made.
  int merged_counties = 10;
  // Facts that a school leaves out, and schools that hand in nothing.
  int blank_facts = 60;
  int missing_schools = 20;
};

// The regions of a catalogue as a registry keeps them.
std::vector<nianbao::intake::v1::Organisation> RegionsOf(
    const core::Catalogue& catalogue);

// Makes the same for the same shape on any machine. Safe for use from any
// thread.
class MadeProvince {
 public:
  explicit MadeProvince(ProvinceShape shape);

  const ProvinceShape& shape() const { return shape_; }

  // The province, its cities, counties and schools.
  const core::OrganisationTree& tree() const { return tree_; }

  // Their entries as a registry keeps them, in the order of codes and first
  // days.
  const std::vector<nianbao::intake::v1::Organisation>& organisations() const {
    return tree_.entries();
  }

  // Codes of the schools that hold on the last day of the edition's data year,
  // in their order.
  const std::vector<std::string>& SchoolsOf(std::size_t edition) const {
    return schools_.at(edition);
  }

  // What a school hands in for an edition: typed facts whose figures change a
  // little from edition to edition. Without facts where it hands in nothing.
  nianbao::intake::v1::SubmitFactsRequest Request(
      std::size_t edition, const std::string& school) const;

  // What all schools of an edition hand in, without those of no facts.
  std::vector<nianbao::intake::v1::SubmitFactsRequest> Requests(
      std::size_t edition) const;

 private:
  void AddFact(std::size_t edition, std::size_t which,
               nianbao::intake::v1::SubmitFactsRequest& request) const;

  ProvinceShape shape_;
  core::OrganisationTree tree_;
  // By edition.
  std::vector<std::vector<std::string>> schools_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_MADE_PROVINCE_H_
