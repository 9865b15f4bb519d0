#include "services/metrics/region_groups.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::intake::v1::Submission;
using ::nianbao::metrics::v1::QueryAggregatesRequest;
using ::testing::ElementsAre;

class RegionGroupsTest : public ::testing::Test {
 protected:
  void Add(const std::string& region) {
    submissions_.emplace_back().set_region(region);
  }

  // "code title count" of each group.
  std::vector<std::string> Group(QueryAggregatesRequest::GroupBy group_by) {
    std::vector<std::string> shown;
    for (const auto& group :
         GroupByRegion(*catalogue_, submissions_, group_by)) {
      shown.push_back(group.region + " " + group.title + " " +
                      std::to_string(group.submissions.size()));
    }
    return shown;
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
  std::vector<Submission> submissions_;
};

TEST_F(RegionGroupsTest, GroupsByThePrefectureAroundTheCounty) {
  for (const char* region : {"330803", "330382", "330802", "330800"}) {
    Add(region);
  }
  EXPECT_THAT(Group(QueryAggregatesRequest::GROUP_BY_PREFECTURE),
              ElementsAre("330300 温州市 1", "330800 衢州市 3"));
}

TEST_F(RegionGroupsTest, GroupsByCounty) {
  for (const char* region : {"330803", "330382", "330802", "330803"}) {
    Add(region);
  }
  EXPECT_THAT(
      Group(QueryAggregatesRequest::GROUP_BY_COUNTY),
      ElementsAre("330382 乐清市 1", "330802 柯城区 1", "330803 衢江区 2"));
}

TEST_F(RegionGroupsTest, PutsSchoolsOfNoKnownRegionLast) {
  for (const char* region : {"", "990000", "330803", "33"}) Add(region);
  EXPECT_THAT(Group(QueryAggregatesRequest::GROUP_BY_PREFECTURE),
              ElementsAre("330800 衢州市 1", " 地区不明 3"));
}

TEST_F(RegionGroupsTest, NamesTheProvinceOfAllSchools) {
  Add("330803");
  Add("330382");
  EXPECT_THAT(Group(QueryAggregatesRequest::GROUP_BY_UNSPECIFIED),
              ElementsAre(" 浙江省 2"));
  Add("110000");
  EXPECT_THAT(Group(QueryAggregatesRequest::GROUP_BY_UNSPECIFIED),
              ElementsAre(" 全部学校 3"));
}

TEST_F(RegionGroupsTest, NoSchoolsAreOneGroupOrNone) {
  EXPECT_THAT(Group(QueryAggregatesRequest::GROUP_BY_UNSPECIFIED),
              ElementsAre(" 全部学校 0"));
  EXPECT_THAT(Group(QueryAggregatesRequest::GROUP_BY_COUNTY), ElementsAre());
}

}  // namespace
}  // namespace nianbao::metrics
