// Labels of figures whose words lean on others, each by a sentence that once
// was named thinly or wrongly.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

// The label was 持有青蓝证书人数.
TEST(LabelStories, PersonsThatARelativeClauseLeavesOutAreThoseSpokenOf) {
  EXPECT_THAT(Shown(FactsOf("青蓝教师81人，持有红星证书的41人。")),
              Contains("41 人 红星证书青蓝教师数 2021年"));
}

TEST(LabelStories, NewThingsAreThoseThatTheSentenceCounts) {
  EXPECT_THAT(Shown(FactsOf("签约茶场57家，新签8家。")),
              Contains("8 家 新签签约茶场数 2021年"));
}

// The label was 可容纳数.
TEST(LabelStories, ANounStandsBehindARelativeClauseWithANumber) {
  EXPECT_THAT(Shown(FactsOf("建成1个可容纳920人的智慧报告厅。")),
              Contains("1 个 智慧报告厅数 2021年"));
}

// The label was that of the figure before.
TEST(LabelStories, AShareIsOfTheThingBehindIt) {
  EXPECT_THAT(Shown(FactsOf("住校生96人。近80%的学员在乡镇创业。")),
              Contains("80 % 在乡镇创业学员占比 2021年"));
}

TEST(LabelStories, SubjectsShareTheMeasureOfTheFirst) {
  EXPECT_THAT(
      Shown(FactsOf("语文平均78.6分，数学71.3分。")),
      ElementsAre("78.6 分 语文平均 2021年", "71.3 分 数学平均 2021年"));
}

TEST(LabelStories, IncomeIsThatOfWhatTheSentenceCounts) {
  EXPECT_THAT(Shown(FactsOf("青蓝培训860人次，收入45万元。")),
              Contains("45 万元 青蓝培训收入 2021年"));
}

TEST(LabelStories, AGrantIsNamedBehindItsAmount) {
  EXPECT_THAT(
      Shown(FactsOf("学校按生均300元发放青蓝补贴，合计17.34万元。")),
      ElementsAre("300 元 生均青蓝补贴 2021年", "17.34 万元 青蓝补贴 2021年"));
}

// The label was 参加市内教师: the list of places ended it.
TEST(LabelStories, APredicateGoesOnBehindAList) {
  EXPECT_THAT(Shown(FactsOf("组织106位教师参加市内、省内各类线下培训。")),
              Contains("106 人 参加培训教师数 2021年"));
}

TEST(LabelStories, ATotalIsOfTheThingsSaidBefore) {
  EXPECT_THAT(Shown(FactsOf("新购置航模120台，总数960台。")),
              Contains("960 台 航模数 2021年"));
}

// 清理 was taken for the year before, which only tells of the stock.
TEST(LabelStories, AYearRightBeforeItsFigureTellsOfNoOther) {
  EXPECT_THAT(Shown(FactsOf("青蓝图书2020年84368册，清理5434册。")),
              Contains(::testing::EndsWith("2021年")));
}

}  // namespace
}  // namespace nianbao::intake
