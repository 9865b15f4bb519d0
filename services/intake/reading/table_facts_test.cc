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

// The figures were named after the majors and had no unit.
TEST(ReadTable, TakesTheMeasureOfDividedRowsFromTheCaption) {
  const auto facts = FactsOf(
      "表2-3 部分专业起薪（元）\n专业\t2020年\t2021年\n护理\t3680\t3820\n"
      "会计\t/\t2980");
  EXPECT_THAT(Shown(facts),
              ElementsAre("3680 元 专业起薪 2020年", "3820 元 专业起薪 2021年",
                          "2980 元 专业起薪 2021年"));
  EXPECT_EQ(facts[2].dimensions(0).value(), "会计");
}

TEST(ReadTable, NamesPartsOfACaptionsMeasure) {
  EXPECT_THAT(Shown(FactsOf("表3  学生满意度（%）\n项目\t2020年\t2021年\n"
                            "理论学习\t94.2\t95.1\n心理辅导\t/\t96.0")),
              ElementsAre("94.2 % 学生满意度（理论学习） 2020年",
                          "95.1 % 学生满意度（理论学习） 2021年",
                          "96.0 % 学生满意度（心理辅导） 2021年"));
}

TEST(ReadTable, SaysWhatCountsCount) {
  EXPECT_THAT(
      Shown(FactsOf("表5 2021年各类技能竞赛统计\n赛项\t项数\t人次\n"
                    "焊工\t3\t12\n电工\t4\t9")),
      ElementsAre("3 项 技能竞赛项数 2021年", "12 人次 技能竞赛人次 2021年",
                  "4 项 技能竞赛项数 2021年", "9 人次 技能竞赛人次 2021年"));
}

TEST(ReadTable, CountsPrizeWinners) {
  EXPECT_THAT(
      Shown(FactsOf("赛项\t奖项\t学生人数\n焊工\t市一等奖\t3\n"
                    "电工\t市二等奖\t4")),
      ElementsAre("3 人 获奖学生人数 2021年", "4 人 获奖学生人数 2021年"));
}

// 约 made a cell no figure, and 余 was not heard.
TEST(ReadTable, HearsHedgesInCells) {
  const core::Facts facts =
      FactsOf("社团\t学生人数\n剪纸\t约120\n木雕\t80余人\n合唱\t45人左右");
  ASSERT_THAT(Shown(facts),
              ElementsAre("120 人 学生人数 2021年", "80 人 学生人数 2021年",
                          "45 人 学生人数 2021年"));
  EXPECT_EQ(facts[0].figure().hedge(), fact::v1::HEDGE_ABOUT);
  EXPECT_EQ(facts[1].figure().hedge(), fact::v1::HEDGE_MORE);
  EXPECT_EQ(facts[2].figure().hedge(), fact::v1::HEDGE_ABOUT);
}

// Heads that end alike without naming a measure lost their beginnings:
// 级以上获奖.
TEST(ReadTable, KeepsHeadsThatEndAlikeWhole) {
  EXPECT_THAT(Shown(FactsOf("\t个人省级以上获奖（人）\t个人市级以上获奖（人）\t"
                            "指导学生省级以上获奖（人）\n教师\t2\t3\t4\n"
                            "学生\t10\t41\t/")),
              ElementsAre("2 人 个人省级以上获奖 2021年",
                          "3 人 个人市级以上获奖 2021年",
                          "4 人 指导学生省级以上获奖 2021年",
                          "10 人 个人省级以上获奖 2021年",
                          "41 人 个人市级以上获奖 2021年"));
}

TEST(ReadTable, ReadsTheUnitLineBelowTheCaption) {
  EXPECT_THAT(Shown(FactsOf("表1 2020年竹编合作社经费\n单位：万元\n"
                            "来源\t金额\n县财政\t12.5\n捐赠\t3.5")),
              ElementsAre("12.5 万元 竹编合作社经费金额 2020年",
                          "3.5 万元 竹编合作社经费金额 2020年"));
}

TEST(ReadTable, TakesUnitsInNamesOfRows) {
  EXPECT_THAT(
      Shown(FactsOf("项目\t数值\n食堂座位（个）\t1,650\n"
                    "宿舍床位（张）\t２４８０")),
      ElementsAre("1650 个 食堂座位数 2021年", "2480 张 宿舍床位数 2021年"));
}

// 直接 stood over 就业, and 率（%） below 对口就业.
TEST(ReadTable, JoinsHeadsThatWereWrapped) {
  EXPECT_THAT(Shown(FactsOf("序号\t专业\t报名\t退出\t退训\n"
                            "\t\t（人）\t（人）\t率（%）\n"
                            "1\t护理\t24\t2\t91.67\n2\t会计\t24\t1\t87.50")),
              ElementsAre("24 人 报名 2021年", "2 人 退出 2021年",
                          "91.67 % 退训率 2021年", "24 人 报名 2021年",
                          "1 人 退出 2021年", "87.50 % 退训率 2021年"));
}

TEST(ReadTable, NamesPartsInHeadsAfterTheirWhole) {
  EXPECT_THAT(
      Shown(FactsOf("学年\t报名总数\t其中\t\n\t\t全日制\t非全日制\n"
                    "2018学年\t812人\t770人\t42人\n"
                    "2019学年\t846人\t798人\t48人\n比增\t4.19%\t3.64%\t"
                    "14.29%")),
      ElementsAre(
          "812 人 报名总数 2018学年", "770 人 全日制报名数 2018学年",
          "42 人 非全日制报名数 2018学年", "846 人 报名总数 2019学年",
          "798 人 全日制报名数 2019学年", "48 人 非全日制报名数 2019学年",
          "4.19 % 报名总数变化 2019学年", "3.64 % 全日制报名数变化 2019学年",
          "14.29 % 非全日制报名数变化 2019学年"));
}

// 在校生数 of a society was read as the school's.
TEST(ReadTable, LeavesPartsOfOtherThingsUnlinked) {
  const auto facts = FactsOf(
      "序号\t指标\t单位\t2020年\t2021年\n1\t武术社团数\t个\t1\t1\n"
      "\t其中：在校生数\t人\t71\t76\n2\t教学资源库数\t个\t2\t3\n"
      "\t其中：省级\t个\t1\t1\n\t校级\t个\t1\t2");
  ASSERT_EQ(facts.size(), 10);
  EXPECT_EQ(facts[3].label(), "武术社团在校生数");
  EXPECT_EQ(facts[3].concept_code(), "");
  EXPECT_EQ(facts[7].label(), "教学资源库数（省级）");
  EXPECT_EQ(facts[9].label(), "教学资源库数（校级）");
}

TEST(ReadTable, NamesChangesAfterWhatChanges) {
  const auto facts = FactsOf(
      "专业\t2020年报名\t2021年报名\t增减\n护理\t296\t302\t+6\n"
      "会计\t90\t88\t-2");
  ASSERT_EQ(facts.size(), 6);
  EXPECT_EQ(facts[2].label(), "报名变化");
  EXPECT_EQ(facts[2].period(), "2021年");
  EXPECT_EQ(facts[2].dimensions(0).value(), "护理");
}

TEST(ReadTable, GivesChangesTheUnitOfWhatChanges) {
  EXPECT_THAT(
      Shown(FactsOf("项目\t2020年\t2021年\t增减\n"
                    "巩固率\t95.5%\t96.0%\t0.5\n"
                    "兼职教师\t30\t28\t-2")),
      ElementsAre("95.5 % 巩固率 2020年", "96.0 % 巩固率 2021年",
                  "0.5 百分点 巩固率变化 2021年", "30 人 兼职教师数 2020年",
                  "28 人 兼职教师数 2021年", "-2 人 兼职教师数变化 2021年"));
}

TEST(ReadTable, NamesAMeasureByRowAndHead) {
  const auto facts = FactsOf(
      "序号\t指标\t单位\t2020年\t2021年\t调查人次\t调查方式\n"
      "1\t家长满意度\t%\t94.88\t95.36\t1260\t网络问卷");
  EXPECT_THAT(Shown(facts), ElementsAre("94.88 % 家长满意度 2020年",
                                        "95.36 % 家长满意度 2021年",
                                        "1260 人次 家长满意度调查人次 2021年"));
}

TEST(ReadTable, CountsThisAndLastYearFromTheReports) {
  EXPECT_THAT(
      Shown(FactsOf("项目\t上年\t本年\n社团数\t20\t22")),
      ElementsAre("20 个 学生社团数 2020年", "22 个 学生社团数 2021年"));
}

TEST(ReadTable, SaysWhoIsCounted) {
  EXPECT_THAT(
      Shown(FactsOf("表2 兼职教师来源结构\n类别\t人数\t占比（%）\n"
                    "企业\t30\t75.0\n高校\t10\t25.0")),
      ElementsAre("30 人 企业教师人数 2021年", "75.0 % 企业教师占比 2021年",
                  "10 人 高校教师人数 2021年", "25.0 % 高校教师占比 2021年"));
}

TEST(ReadTable, TakesBareYearsAsHeads) {
  EXPECT_THAT(Shown(FactsOf("项目\t2020\t2021\n社团活动人次\t2010\t2200\n"
                            "义工服务人次\t812\t846")),
              ElementsAre("2010 人次 社团活动人次 2020年",
                          "2200 人次 社团活动人次 2021年",
                          "812 人次 义工服务人次 2020年",
                          "846 人次 义工服务人次 2021年"));
}

TEST(ReadTable, ReadsNoFiguresFromCodesAndDates) {
  EXPECT_THAT(Shown(FactsOf("专业代码\t设立时间\t报名人数\n710205\t2015\t45\n"
                            "730701\t2018\t52")),
              ElementsAre("45 人 报名人数 2021年", "52 人 报名人数 2021年"));
}

TEST(ReadTable, SaysWhomQualificationsQualify) {
  const auto facts = FactsOf(
      "表1-2 教师队伍两年比较\n指标\t2020年\t2021年\t增减\n"
      "校外教师\t239人\t246人\t+7人\n双语教师\t39人\t46人\t+7人\n"
      "中级及以上职称\t57\t62\t+5\n硕士及以上\t33\t38\t+5");
  ASSERT_EQ(facts.size(), 12);
  EXPECT_EQ(Shown(facts)[7], "62 人 中级及以上职称教师数 2021年");
  EXPECT_EQ(Shown(facts)[9], "33 人 硕士研究生及以上学历教师数 2020年");
  EXPECT_EQ(Shown(facts)[11], "5 人 硕士研究生及以上学历教师数变化 2021年");
}

TEST(ReadTable, ReadsTablesThatGoOnByTheHeadOfTheFirst) {
  EXPECT_THAT(
      Shown(FactsOf("表1 2020年与2021年报名\n班级\t2020年\t2021年\n"
                    "甲班\t30\t31\n乙班\t32\t33\n续表1\n丙班\t34\t35\n"
                    "丁班\t36\t37")),
      ElementsAre("30  报名 2020年", "31  报名 2021年", "32  报名 2020年",
                  "33  报名 2021年", "34  报名 2020年", "35  报名 2021年",
                  "36  报名 2020年", "37  报名 2021年"));
}

// A head again on the next page became a name that rows were carried from.
TEST(ReadTable, PassesOverHeadsThatComeAgain) {
  const auto facts = FactsOf(
      "学部\t专业\t报名数\n机电\t数控\t40\n\t焊接\t45\n\n— 3 —\n\n"
      "学部\t专业\t报名数\n\t模具\t50");
  ASSERT_EQ(facts.size(), 3);
  EXPECT_EQ(facts[2].dimensions(1).value(), "机电");
}

// A subject's pass rate in an exam is not the school's in general subjects,
// though the catalogue knows the mean of all by the exam's name too.
TEST(ReadTable, KeepsAPrintedNameThatIsNoFormOfTheTitle) {
  const auto facts = FactsOf(
      "表2 学业水平考试合格率\n学科\t2020年（%）\t2021年（%）\n"
      "语文\t98.92\t99.21\n数学\t97.95\t98.32");
  ASSERT_EQ(facts.size(), 4);
  EXPECT_EQ(facts[1].label(), "学业水平考试合格率");
}

TEST(ReadTable, NamesThingsByTheirNumber) {
  const auto facts = FactsOf(
      "项目\t数值\t项目\t数值\n食堂座位（个）\t1650\t琴房（间）\t24\n"
      "展览面积（平方米）\t300\t风雨廊（座）\t2");
  ASSERT_EQ(facts.size(), 4);
  EXPECT_EQ(facts[0].label(), "食堂座位数");
  EXPECT_EQ(facts[1].label(), "展览面积");
  EXPECT_EQ(facts[2].label(), "琴房数");
}

// Found by reading composed reports again: the parts of a whole whose row was
// left blank went to the whole before it.
TEST(ReadTable, BlankWholeHasPartsAllTheSame) {
  const auto facts = FactsOf(
      "序号\t指标\t单位\t2020 年\t2021 年\n"
      "1\t名班主任工作室数\t个\t3\t3\n"
      "2\t思想政治课教学创新团队数\t个\t\t\n"
      "\t其中：国家级\t个\t1\t2");
  ASSERT_EQ(facts.size(), 4);
  EXPECT_EQ(facts[2].concept_code(), "ideology_teaching_teams_national");
  EXPECT_EQ(facts[3].concept_code(), "ideology_teaching_teams_national");
}

TEST(ReadTable, RowOfGrowthRatesIsItsOwnName) {
  EXPECT_THAT(
      Shown(FactsOf("指标\t单位\t2020 年\t2021 年\n"
                    "毕业生增长率\t%\t1.2\t3.4")),
      ElementsAre("1.2 % 毕业生增长率 2020年", "3.4 % 毕业生增长率 2021年"));
}

// Found by reading composed reports again: 10.92万 was 10.92 元.
TEST(ReadTable, KeepsMultiplierOfCellBesideUnitOfRow) {
  EXPECT_THAT(Shown(FactsOf("指标\t单位\t2020 年\t2021 年\n"
                            "电子图书数\t册\t10.92万\t1.2亿")),
              ElementsAre("10.92 万册 电子图书数 2020年",
                          "1.2 亿册 电子图书数 2021年"));
}

}  // namespace
}  // namespace nianbao::intake
