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

// The dash and what stands behind it were part of the label.
TEST(LabelStories, ADashEndsWhatIsCounted) {
  EXPECT_THAT(Shown(FactsOf("航模队获3座银杯——王小船；评语从略。")),
              Contains("3 座 航模队获银杯数 2021年"));
}

// The comma of two figures in a row was taken for one within a number.
TEST(LabelStories, ACommaBetweenFiguresBeginsAClause) {
  EXPECT_THAT(Shown(FactsOf("远程培训1258人，45岁及以上集中培训360人。")),
              Contains("360 人 45岁及以上集中培训人数 2021年"));
}

// The prizes were counted as those of the teachers just before.
TEST(LabelStories, PrizesAreOfTheTitleBeforeThem) {
  EXPECT_THAT(
      Shown(FactsOf("2021年5月6日青蓝技能节：一等奖6个9人，学生7人，教师2人；"
                    "二等奖10个15人。")),
      ElementsAre(
          "6 个 青蓝技能节获奖项数 2021年", "9 人 青蓝技能节获奖人数 2021年",
          "7 人 青蓝技能节获奖学生数 2021年",
          "2 人 青蓝技能节获奖教师数 2021年", "10 个 青蓝技能节获奖项数 2021年",
          "15 人 青蓝技能节获奖人数 2021年"));
}

TEST(LabelStories, AwardsGoOnInAnotherUnit) {
  EXPECT_THAT(Shown(FactsOf("航模比赛获奖：4项，10人。")),
              ElementsAre("4 项 航模比赛获奖项数 2021年",
                          "10 人 航模比赛获奖人数 2021年"));
  EXPECT_THAT(Shown(FactsOf("辅导学生获奖教师4人5项。")),
              Contains("5 项 辅导学生获奖项数 2021年"));
}

// The label was 赴党员教师第一时间赶人数.
TEST(LabelStories, ManyDoWhatStandsBehindThem) {
  EXPECT_THAT(
      Shown(FactsOf("36位青年教师第一时间赶赴柳湾社区开展抗旱志愿服务。")),
      ElementsAre("36 人 抗旱志愿服务青年教师数 2021年"));
  EXPECT_THAT(Shown(FactsOf("每周五12辆面包车接送山区学生回家。")),
              Contains(::testing::StartsWith("12 辆 面包车数 2021年")));
}

// Both were 校区面积.
TEST(LabelStories, AnAreaIsOfTheSiteWhosePlaceIsTold) {
  EXPECT_THAT(Shown(FactsOf("现有2个校区，河东校区位于柳湾镇，占地120亩，"
                            "河西校区位于石桥路，占地35亩。")),
              ::testing::IsSupersetOf({"120 亩 河东校区占地面积 2021年",
                                       "35 亩 河西校区占地面积 2021年"}));
}

// The bounds were facts, and the persons 起薪介于人数.
TEST(LabelStories, BoundsTellWhichPersonsAreCounted) {
  EXPECT_THAT(
      Shown(FactsOf("有126人月薪介于2101元和3100元（含）之间，"
                    "有39人月薪高于3100元，月薪高于2100元以上人数最多。")),
      ElementsAre("126 人 月薪介于2101元和3100元之间人数 2021年",
                  "39 人 月薪高于3100元人数 2021年"));
  EXPECT_THAT(Shown(FactsOf("其中月薪在2601元至3600元之间的51人。")),
              ElementsAre("51 人 月薪在2601元至3600元之间人数 2021年"));
}

TEST(LabelStories, ATotalStandsBehindTheAmountForEach) {
  EXPECT_THAT(Shown(FactsOf("青蓝奖学金共6人，6000元/生，共3.6万元。")),
              ::testing::IsSupersetOf({"6000 元 青蓝奖学金每生标准 2021年",
                                       "3.6 万元 青蓝奖学金总额 2021年"}));
}

// The share was that of 来自企业 alone.
TEST(LabelStories, AShareOfAPartNamesThosePersons) {
  EXPECT_THAT(Shown(FactsOf("外聘兼职教师28人，其中来自企业的21人，占75%。")),
              Contains("75 % 来自企业兼职教师占比 2021年"));
}

// Two things were called by what is done with them, one by whose it is.
TEST(LabelStories, PlacesAndCertificatesTellMoreThanTheVerb) {
  EXPECT_THAT(Shown(FactsOf("学校与境外2所职业院校保持联系。")),
              Contains("2 所 境外职业院校数 2021年"));
  EXPECT_THAT(Shown(FactsOf("5位老师参加了全国青少年健康教育教师C证培训。")),
              Contains("5 人 参加C证培训教师数 2021年"));
  EXPECT_THAT(Shown(FactsOf("组建学校12个项目。")),
              Contains("12 个 项目数 2021年"));
}

TEST(LabelStories, WhoIsDueIsWhoWasTestedWhereNobodyElseIs) {
  EXPECT_THAT(Shown(FactsOf("秋季健康水平测试应测960人，优秀252人。")),
              Contains("960 人 健康水平测试人数 2021年"));
  EXPECT_THAT(Shown(FactsOf("秋季健康水平测试应测960人，实测950人。")),
              Contains("960 人 健康水平测试应测人数 2021年"));
}

// The label was that of all who graduated.
TEST(LabelStories, WhoLeavesSchoolIsAPupil) {
  EXPECT_THAT(Shown(FactsOf("再减去参军等离校的29人。")),
              Contains("29 人 离校学生数 2021年"));
}

}  // namespace
}  // namespace nianbao::intake
