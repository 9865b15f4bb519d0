#include "services/intake/organisations/organisation_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/intake/organisations/organisations_test_base.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr char kRegions[] =
    "330000,省,浙江省,,,,,,\n"
    "330100,地市,杭州市,330000,,,,,\n"
    "330200,地市,宁波市,330000,,,,,\n"
    "330103,县区,下城区,330100,,,,,\n";

OrganisationPlan PlanOf(const std::vector<Organisation>& stored,
                        const std::string& lines) {
  const auto file = ReadCsvFile(kTestHeads + lines);
  EXPECT_TRUE(file.ok()) << file.status();
  return PlanImport(stored, *file);
}

// What is stored after an import into an empty registry.
std::vector<Organisation> Stored(const std::string& lines) {
  const OrganisationPlan plan = PlanOf({}, lines);
  EXPECT_THAT(Lines(plan.rejected), IsEmpty());
  return plan.entries;
}

std::vector<Organisation> StoredRegions() { return Stored(kRegions); }

std::string Counts(const OrganisationPlan& plan) {
  return absl::StrCat("+", plan.added, " ~", plan.changed, " =",
                      plan.unchanged);
}

TEST(OrganisationPlan, TheSameFileAgainChangesNothing) {
  const OrganisationPlan first = PlanOf({}, kRegions);
  EXPECT_EQ(Counts(first), "+4 ~0 =0");
  EXPECT_EQ(Counts(PlanOf(first.entries, kRegions)), "+0 ~0 =4");
  EXPECT_THAT(PlanOf(first.entries, kRegions).entries, IsEmpty());
}

TEST(OrganisationPlan, OrderOfRowsDoesNotMatter) {
  const OrganisationPlan plan = PlanOf({},
                                       "3633000001,学校,某校,330103,,,,,\n"
                                       "330103,县区,下城区,330100,,,,,\n"
                                       "330100,地市,杭州市,330000,,,,,\n"
                                       "330000,省,浙江省,,,,,,\n");
  EXPECT_EQ(Counts(plan), "+4 ~0 =0");
}

TEST(OrganisationPlan, AnEntryThatEndsAndItsNextOneComeTogether) {
  std::vector<Organisation> stored =
      Stored(std::string(kRegions) + "3633000001,学校,旧名,330103,,,,,\n");
  EXPECT_EQ(Counts(PlanOf(stored,
                          "3633000001,学校,旧名,330103,,,2021-08-31,更名,\n"
                          "3633000001,学校,新名,330103,,2021-09-01,,,\n")),
            "+1 ~1 =0");
  // Without the end of the old one, days overlap.
  const OrganisationPlan alone =
      PlanOf(stored, "3633000001,学校,新名,330103,,2021-09-01,,,\n");
  EXPECT_EQ(Counts(alone), "+0 ~0 =0");
  EXPECT_THAT(
      Lines(alone.rejected),
      ElementsAre(StartsWith("2 起始日期[2021-09-01] 与已登记的3633000001")));
  // Without the new one, nothing is what it changed to.
  EXPECT_THAT(
      Lines(PlanOf(stored, "3633000001,学校,旧名,330103,,,2021-08-31,更名,\n")
                .rejected),
      ElementsAre(HasSubstr("次日却没有同一代码的新一段")));
}

TEST(OrganisationPlan, RejectsDoublesAndOverlapsInTheFile) {
  const OrganisationPlan plan =
      PlanOf(StoredRegions(),
             "3633000001,学校,某校,330103,,2018-09-01,,,\n"
             "3633000001,学校,某校,330103,,2018-09-01,,,\n"
             "3633000001,学校,某校,330103,,2017-09-01,2019-08-31,撤销,\n"
             "3633000001,学校,某校,330103,,2020-09-01,,,\n");
  EXPECT_EQ(Counts(plan), "+1 ~0 =0");
  EXPECT_THAT(Lines(plan.rejected),
              ElementsAre(HasSubstr("第2行已有同一代码"),
                          StartsWith("4 起始日期[2017-09-01] 与第2行的"),
                          StartsWith("5 起始日期[2020-09-01] 与第2行的")));
}

TEST(OrganisationPlan, AParentMustBeThereOnAllDays) {
  const OrganisationPlan plan =
      PlanOf(StoredRegions(),
             "330105,县区,拱墅区,330100,,2019-01-01,2020-12-31,撤销,\n"
             "3633000001,学校,甲校,330105,,2018-09-01,2020-08-31,撤销,\n"
             "3633000002,学校,乙校,330105,,2019-09-01,,,\n"
             "3633000003,学校,丙校,330105,,2019-09-01,2020-12-31,撤销,\n"
             "3633000004,学校,丁校,330106,,,,,\n"
             "330104,县区,江干区,330103,,,,,\n");
  EXPECT_EQ(Counts(plan), "+2 ~0 =0");
  EXPECT_THAT(Lines(plan.rejected),
              ElementsAre(StartsWith("3 上级[330105] 330105在2018-09-01没有"),
                          StartsWith("4 上级[330105] 330105在2021-01-01没有"),
                          StartsWith("6 上级[330106] 330106在最早一天没有登记"),
                          HasSubstr("的级别不比它高")));
}

TEST(OrganisationPlan, SuccessorsMustBeThereOnTheNextDay) {
  const std::string lines =
      "3633000001,学校,甲校,330103,,,2020-08-31,合并,3633000003\n"
      "3633000002,学校,乙校,330103,,,2020-08-30,合并,3633000003\n"
      "3633000003,学校,丙校,330103,,2020-09-01,,,\n"
      "3633000004,学校,丁校,330103,,,2020-08-31,合并,330103\n";
  const OrganisationPlan plan = PlanOf(StoredRegions(), lines);
  EXPECT_EQ(Counts(plan), "+2 ~0 =0");
  EXPECT_THAT(Lines(plan.rejected),
              ElementsAre(StartsWith("3 去向[3633000003] 3633000003在2020-08-31"
                                     "没有登记"),
                          HasSubstr("不是同一级别")));
}

TEST(OrganisationPlan, RowsFallWithTheRowsThatTheyNeed) {
  // A county with a wrong name column takes its school with it, and that school
  // the one that was merged into it.
  const OrganisationPlan plan =
      PlanOf(StoredRegions(),
             "3633000001,学校,甲校,330103,,,2020-08-31,合并,3633000002\n"
             "3633000002,学校,乙校,330105,,,,,\n"
             "330105,县区,,330100,,,,,\n"
             "3633000003,学校,丙校,330103,,,,,\n");
  EXPECT_EQ(Counts(plan), "+1 ~0 =0");
  EXPECT_THAT(Lines(plan.rejected),
              ElementsAre(HasSubstr("3633000002在本文件第3行，而该行未通过"),
                          HasSubstr("330105在本文件第4行，而该行未通过"),
                          HasSubstr("名称不能为空")));
}

TEST(OrganisationPlan, ARowIsNotRejectedForARowThatIsRejected) {
  // The first row overlaps the second, but has no parent: the second stays.
  const OrganisationPlan plan =
      PlanOf(StoredRegions(),
             "3633000001,学校,甲校,330105,,,,,\n"
             "3633000001,学校,甲校,330103,,2019-09-01,,,\n");
  EXPECT_EQ(Counts(plan), "+1 ~0 =0");
  EXPECT_THAT(Lines(plan.rejected), ElementsAre(StartsWith("2 上级[330105]")));
}

TEST(OrganisationPlan, ARowThatTakesAwayWhatStoredEntriesNeedIsRejected) {
  const std::vector<Organisation> stored =
      Stored(std::string(kRegions) +
             "3633000001,学校,甲校,330103,,,2020-08-31,合并,3633000002\n"
             "3633000002,学校,乙校,330103,,,,,\n");
  const OrganisationPlan county =
      PlanOf(stored, "330103,县区,下城区,330100,,,2021-04-08,撤销,\n");
  EXPECT_EQ(Counts(county), "+0 ~0 =0");
  EXPECT_THAT(Lines(county.rejected),
              ElementsAre(StartsWith("2 [] 改后，其下的3633000002（乙校）从"
                                     "2021-04-09起没有上级")));
  // With the school moved in the same file it may end.
  EXPECT_EQ(Counts(PlanOf(stored,
                          "330103,县区,下城区,330100,,,2021-04-08,撤销,\n"
                          "3633000002,学校,乙校,330103,,,2021-04-08,划转,\n"
                          "3633000002,学校,乙校,330100,,2021-04-09,,,\n")),
            "+1 ~2 =0");
  const OrganisationPlan successor =
      PlanOf(stored, "3633000002,学校,乙校,330103,,,2020-08-31,撤销,\n");
  EXPECT_THAT(Lines(successor.rejected),
              ElementsAre(HasSubstr("的去向3633000002在2020-09-01不存在")));
}

TEST(OrganisationPlan, WhatWasClosedDoesNotGoOnTheNextDay) {
  EXPECT_THAT(Lines(PlanOf(StoredRegions(),
                           "3633000001,学校,甲校,330103,,,2020-08-31,撤销,\n"
                           "3633000001,学校,甲校,330103,,2020-09-01,,,\n"
                           "3633000002,学校,乙校,330103,,,2020-08-31,撤销,\n"
                           "3633000002,学校,乙校,330103,,2021-09-01,,,\n")
                        .rejected),
              ElementsAre(StartsWith("2 终止原因[撤销] ")));
}

}  // namespace
}  // namespace nianbao::intake
