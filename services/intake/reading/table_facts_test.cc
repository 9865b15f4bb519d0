#include "services/intake/reading/table_facts.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;

TEST(ReadTable, TakesYearsFromHeadsAndNamesFromRows) {
  EXPECT_THAT(Shown(FactsOf("学生情况\t2020 年\t2021 年\t变化情况\n"
                            "招生规模\t1691\t1566\t-125")),
              ElementsAre("1691 人 招生数 2020年", "1566 人 招生数 2021年",
                          "-125 人 招生数变化 2021年"));
}

TEST(ReadTable, TakesConceptsFromHeadsAndDimensionsFromRows) {
  const auto facts = FactsOf(
      "序号\t专业\t就业率 (%)\t\n\t\t2020 年\t2021 年\n1\t护理\t99.5\t98");
  ASSERT_EQ(facts.size(), 2);
  EXPECT_EQ(facts[1].concept_code(), "employment_rate");
  EXPECT_EQ(facts[1].figure().unit(), "%");
  EXPECT_EQ(facts[1].period(), "2021年");
  EXPECT_EQ(facts[1].dimensions(0).name(), "专业");
  EXPECT_EQ(facts[1].dimensions(0).value(), "护理");
}

TEST(ReadTable, LinksPartsToTheWholeAboveThem) {
  const auto facts = FactsOf(
      "序号\t指标\t单位\t2020年\t2021年\n3\t名班主任工作室数\t个\t1\t1\n"
      "\t其中：国家级\t个\t0\t0\n\t省级\t个\t0\t0");
  ASSERT_EQ(facts.size(), 6);
  EXPECT_EQ(facts[0].concept_code(), "class_teacher_studios");
  EXPECT_EQ(facts[2].label(), "名班主任工作室数（国家级）");
  EXPECT_EQ(facts[5].label(), "名班主任工作室数（省级）");
}

TEST(ReadTable, LeavesBlankCellsBlank) {
  EXPECT_THAT(Shown(FactsOf("序号\t指标\t单位\t2020年\t2021年\n"
                            "29\t生均校园占地面积\t平方米\t\t51.00\n"
                            "39\t生师比\t/\t17.84:1\t18.29:1")),
              ElementsAre("51.00 平方米 生均校园占地面积 2021年",
                          "17.84:1  生师比 2020年", "18.29:1  生师比 2021年"));
}

TEST(ReadTable, CarriesMergedNamesDown) {
  const auto facts = FactsOf(
      "时间\t年级\t语文合格率\n2020 年\t18 级\t99.64%\n\t19 级\t98.99%");
  ASSERT_EQ(facts.size(), 2);
  EXPECT_EQ(facts[1].period(), "2020年");
  EXPECT_EQ(facts[1].dimensions(0).value(), "19 级");
}

TEST(ReadTable, ReadsHalvesThatStandSideBySide) {
  EXPECT_THAT(
      Shown(FactsOf("项目\t数值\t项目\t数值\n"
                    "纸质图书数\t500\t电子图书数\t70")),
      ElementsAre("500 册 纸质图书数 2021年", "70 册 电子图书数 2021年"));
}

TEST(ReadTable, TakesUnitsFromNamesOfCounts) {
  EXPECT_THAT(Shown(FactsOf("培训\t班次\t人次\n焊工\t3\t120\n电工\t4\t90")),
              ElementsAre("3 班次 班次 2021年", "120 人次 人次 2021年",
                          "4 班次 班次 2021年", "90 人次 人次 2021年"));
}

TEST(ReadTable, PartsOneMeasureOfSeveralItems) {
  const auto facts = FactsOf(
      "年级\t语文合格率\t数学合格率\t英语合格率\n一年级\t99.1\t98.2\t97.3");
  ASSERT_EQ(facts.size(), 3);
  EXPECT_EQ(facts[0].label(), "合格率");
  EXPECT_EQ(facts[0].dimensions(1).value(), "语文");
}

// The total row of a table without the word 合计 was read as one more major.
TEST(ReadTable, TakesALastRowWithoutNameAsTheWhole) {
  const auto facts = FactsOf("专业\t毕业人数\n护理\t85\n会计\t52\n\t137");
  ASSERT_EQ(facts.size(), 3);
  EXPECT_EQ(facts[1].dimensions_size(), 1);
  EXPECT_EQ(facts[2].dimensions_size(), 0);
}

}  // namespace
}  // namespace nianbao::intake
