// Tables whose names are stacked, whose columns are others', whose cells speak.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

// Both totals went by the caption's name, as if they were one figure twice.
TEST(ReadTable, NamesTheTotalOfAGroupByTheGroup) {
  const auto facts = FactsOf(
      "表5 经费收支（万元）\n项目\t\t2021年\n收入\t财政拨款\t1300.6\n"
      "\t学费\t110\n\t合计\t1410.6\n支出\t人员经费\t850\n"
      "\t公用经费\t560.6\n\t合计\t1410.6");
  ASSERT_THAT(facts, SizeIs(6));
  EXPECT_EQ(facts[2].label(), "学校总收入");
  EXPECT_EQ(facts[5].label(), "学校总支出");
}

constexpr char kOthers[] =
    "表2 教师\n指标\t2020年\t2021年\t全省平均\t国家标准\t2022年目标值\n"
    "专任教师\t150\t156\t140\t60\t165\n外聘专家\t20\t24\t18\t12\t28";

TEST(ReadTable, LeavesColumnsOfOthersOut) {
  EXPECT_THAT(
      Shown(FactsOf(kOthers)),
      ElementsAre("150 人 专任教师总数 2020年", "156 人 专任教师总数 2021年",
                  "20  外聘专家 2020年", "24  外聘专家 2021年"));
}

TEST(ReadTable, SaysWhoseTheFiguresOfColumnsAre) {
  const auto facts = FactsOf(kOthers, true);
  ASSERT_THAT(facts, SizeIs(10));
  EXPECT_EQ(facts[1].fact_class(), nianbao::fact::v1::FACT_CLASS_OWN);
  EXPECT_EQ(facts[2].fact_class(), nianbao::fact::v1::FACT_CLASS_OTHER_PARTY);
  EXPECT_EQ(facts[2].period(), "2021年");
  EXPECT_EQ(facts[3].fact_class(), nianbao::fact::v1::FACT_CLASS_STANDARD);
  EXPECT_EQ(facts[4].fact_class(), nianbao::fact::v1::FACT_CLASS_PLAN);
  EXPECT_EQ(facts[4].period(), "2022年");
}

TEST(ReadTable, LeavesARowOfOthersOut) {
  const auto facts = FactsOf(
      "表3 就业率\n学校\t2020年（%）\t2021年（%）\n本校\t97.1\t98.2\n"
      "全省平均\t95.0\t95.5");
  EXPECT_THAT(facts, SizeIs(2));
}

TEST(ReadTable, ReadsSentencesInCells) {
  const auto facts = FactsOf(
      "表4 社会服务\n项目\t主要内容\t2021年\n"
      "技能培训\t全年开展8期培训，参加培训1200人次\t1200\n"
      "社区讲座\t走进街道\t36");
  ASSERT_THAT(facts, SizeIs(4));
  EXPECT_EQ(facts[0].figure().value(), "8");
  EXPECT_EQ(facts[0].place().row(), 1);
  EXPECT_EQ(facts[0].place().column(), 1);
  EXPECT_EQ(facts[0].place().line(), 4);
  EXPECT_EQ(facts[1].figure().unit(), "人次");
  EXPECT_EQ(facts[2].label(), "技能培训");
}

}  // namespace
}  // namespace nianbao::intake
