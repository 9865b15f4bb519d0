#include "tests/testing/made_province.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "services/core/validity.h"
#include "services/platform/catalogue_loader.h"

namespace nianbao::testing {
namespace {

using nianbao::intake::v1::Organisation;

ProvinceShape SmallShape(std::uint64_t seed) {
  ProvinceShape shape;
  shape.seed = seed;
  shape.editions = {{"2018", 2018},
                    {"2019", 2019},
                    {"2020", 2020},
                    {"2021", 2021},
                    {"2022", 2022}};
  shape.indicators = {{"students", "人", 0, 100, 4000},
                      {"rate", "%", 2, 5000, 9000}};
  return shape;
}

std::string Text(const MadeProvince& province) {
  std::string text;
  for (const auto& entry : province.organisations()) {
    text += entry.ShortDebugString() + "\n";
  }
  for (std::size_t i = 0; i < province.shape().editions.size(); ++i) {
    for (const auto& request : province.Requests(i)) {
      text += request.ShortDebugString() + "\n";
    }
  }
  return text;
}

// What a registry asks of its entries.
void CheckEntries(const core::OrganisationTree& tree) {
  const Organisation* before = nullptr;
  for (const Organisation& entry : tree.entries()) {
    SCOPED_TRACE(entry.ShortDebugString());
    if (before != nullptr && before->code() == entry.code()) {
      EXPECT_LT(before->valid_to(), entry.valid_from());
    }
    before = &entry;
    EXPECT_EQ(entry.valid_to().empty(), entry.ending() == 0);
    const std::string first =
        entry.valid_from().empty() ? "1900-01-01" : entry.valid_from();
    const std::string last =
        entry.valid_to().empty() ? "2100-01-01" : entry.valid_to();
    if (entry.level() != Organisation::LEVEL_PROVINCE) {
      EXPECT_NE(tree.Find(entry.parent(), first), nullptr);
      EXPECT_NE(tree.Find(entry.parent(), last), nullptr);
    }
    for (const auto& successor : entry.successors()) {
      EXPECT_NE(tree.Find(successor, core::NextDay(last)), nullptr);
    }
  }
}

TEST(MadeProvince, HasChangesOfEveryKindAndEntriesThatFitTogether) {
  const MadeProvince province(SmallShape(7));
  CheckEntries(province.tree());
  std::map<Organisation::Ending, int> endings;
  for (const auto& entry : province.organisations()) ++endings[entry.ending()];
  EXPECT_EQ(endings.size(), 5u);
  EXPECT_GT(province.SchoolsOf(4).size(), 250u);
  EXPECT_NE(province.SchoolsOf(0), province.SchoolsOf(4));
}

TEST(MadeProvince, IsTheSameForTheSameSeedOnly) {
  EXPECT_EQ(Text(MadeProvince(SmallShape(7))),
            Text(MadeProvince(SmallShape(7))));
  EXPECT_NE(Text(MadeProvince(SmallShape(7))),
            Text(MadeProvince(SmallShape(8))));
}

TEST(MadeProvince, LeavesSomeFactsAndSomeSchoolsBlank) {
  const MadeProvince province(SmallShape(7));
  const auto requests = province.Requests(2);
  EXPECT_LT(requests.size(), province.SchoolsOf(2).size());
  EXPECT_GT(requests.size(), province.SchoolsOf(2).size() * 9 / 10);
  std::size_t facts = 0;
  for (const auto& request : requests) {
    facts += static_cast<std::size_t>(request.facts_size());
    for (const auto& fact : request.facts()) {
      EXPECT_EQ(fact.period(), "2020年");
    }
    EXPECT_FALSE(request.region().empty());
  }
  EXPECT_LT(facts, requests.size() * 2);
}

TEST(MadeProvince, StandsInTheRegionsOfACatalogue) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  ProvinceShape shape = SmallShape(3);
  shape.regions = RegionsOf(**catalogue);
  const MadeProvince province(shape);
  CheckEntries(province.tree());
  for (const auto& request : province.Requests(0)) {
    EXPECT_NE((*catalogue)->FindRegion(request.region()), nullptr);
  }
}

}  // namespace
}  // namespace nianbao::testing
