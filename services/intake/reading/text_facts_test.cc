#include "services/intake/reading/text_facts.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ReadParagraph, LinksWhatTheCatalogueKnows) {
  const auto facts = FactsOf("全日制在校生4902人，专任教师总数 268 人。");
  ASSERT_EQ(facts.size(), 2);
  EXPECT_EQ(facts[0].concept_code(), "full_time_students");
  EXPECT_EQ(facts[1].concept_code(), "full_time_teachers");
  EXPECT_EQ(facts[0].id(), "f1");
  EXPECT_EQ(facts[0].place().line(), 2);
}

// 在 was cut off as a function word and left 校生.
TEST(ReadParagraph, KeepsWordsThatBeginLikeFunctionWords) {
  EXPECT_THAT(Shown(FactsOf("有效率95%，其中在校学生 12 人。")),
              ElementsAre("95 % 有效率 2021年", "12 人 全日制在校生数 2021年"));
}

TEST(ReadParagraph, NamesWhatStandsBehindACountedFigure) {
  EXPECT_THAT(Shown(FactsOf("共有691名学生参加劳动周。")),
              ElementsAre("691 人 参加劳动周学生数 2021年"));
}

TEST(ReadParagraph, StatesChangesWithTheirDirection) {
  const auto facts = FactsOf("体育课专任教师16人，比2020年增加1人。");
  ASSERT_EQ(facts.size(), 2);
  EXPECT_EQ(facts[1].label(), "体育课专任教师数变化");
  EXPECT_EQ(facts[1].concept_code(), "");
  EXPECT_EQ(facts[1].dimensions(0).name(), "方向");
  EXPECT_EQ(facts[1].dimensions(0).value(), "增加");
  EXPECT_EQ(facts[1].period(), "2021年");
}

TEST(ReadParagraph, TellsALevelReachedFromAChange) {
  EXPECT_THAT(
      Shown(FactsOf("青蓝教师由79人增加到84人。")),
      ElementsAre("79 人 青蓝教师数 2020年", "84 人 青蓝教师数 2021年"));
}

TEST(ReadParagraph, GivesTheComparedYearToTheFigureBeforeAChange) {
  EXPECT_THAT(Shown(FactsOf("比2020年升学931人增加478人，其中甲类540人增加325"
                            "人。")),
              Contains("540 人 升学人数（甲类） 2020年"));
}

TEST(ReadParagraph, TakesAShareOnItsSubject) {
  EXPECT_THAT(
      Shown(FactsOf("青蓝教师55人，占26.83%。")),
      ElementsAre("55 人 青蓝教师数 2021年", "26.83 % 青蓝教师占比 2021年"));
}

TEST(ReadParagraph, KeepsABracketWithinALabel) {
  EXPECT_THAT(Shown(FactsOf("就业（含升学）率98.89%。")),
              ElementsAre("98.89 % 就业(含升学)率 2021年"));
}

// 228 pupils of six classes were taken for all pupils of the school.
TEST(ReadParagraph, KeepsFiguresOfAGroupApartFromTheSchools) {
  const auto facts = FactsOf("开设订单班6个，在校生228人。学校在校生3686人。");
  ASSERT_EQ(facts.size(), 3);
  EXPECT_EQ(facts[1].concept_code(), "");
  EXPECT_EQ(facts[1].dimensions(0).name(), "范围");
  EXPECT_EQ(facts[2].concept_code(), "full_time_students");
}

TEST(ReadParagraph, LinksBehindAVerb) {
  const auto facts = FactsOf("建有合作企业教师实践基地45个。");
  ASSERT_EQ(facts.size(), 1);
  EXPECT_NE(facts[0].concept_code(), "");
}

TEST(ReadParagraph, LeavesRequirementsOutUnlessAsked) {
  EXPECT_THAT(Shown(FactsOf("生师比不得高于20:1。")), IsEmpty());
  const auto all = FactsOf("生师比不得高于20:1。", true);
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all[0].fact_class(), nianbao::fact::v1::FACT_CLASS_STANDARD);
}

TEST(ReadParagraph, PlacesAFigureOnItsOwnLine) {
  const auto facts = FactsOf(
      "学校占地面积和建筑面积都有所增加，目前建筑面\n\n积 13.85 万平方米。");
  ASSERT_EQ(facts.size(), 1);
  EXPECT_EQ(facts[0].place().line(), 4);
  EXPECT_EQ(facts[0].figure().text(), "13.85 万平方米");
}

TEST(ReadParagraph, NamesAThingWithoutItsVerbAndWithItsMeasure) {
  EXPECT_THAT(Shown(FactsOf("党总支下设党支部4个，全年举办讲座16场。")),
              ElementsAre("4 个 党支部数 2021年", "16 场 举办讲座场次 2021年"));
}

// 通过 and 合格 were labels of their own.
TEST(ReadParagraph, GivesAnAttributeTheThingSaidBefore) {
  EXPECT_THAT(Shown(FactsOf("参加职业技能鉴定688人，通过671人。")),
              ElementsAre("688 人 参加职业技能鉴定人数 2021年",
                          "671 人 职业技能鉴定通过人数 2021年"));
}

TEST(ReadParagraph, NamesPartsOfAWholeByTheWhole) {
  const auto facts =
      FactsOf("教师参加培训20人次，其中国家级2人次、省级18人次。");
  EXPECT_THAT(Shown(facts), ElementsAre("20 人次 教师培训人次 2021年",
                                        "2 人次 教师培训人次 2021年",
                                        "18 人次 教师培训人次 2021年"));
  ASSERT_EQ(facts[2].dimensions_size(), 1);
  EXPECT_EQ(facts[2].dimensions(0).name(), "级别");
  EXPECT_EQ(facts[2].dimensions(0).value(), "省级");
}

TEST(ReadParagraph, FindsTheWholeOfPartsInTheParagraphBefore) {
  const auto facts =
      FactsOf("学生在竞赛中获奖9项。\n\n从级别看，省级4项、市级5项。");
  ASSERT_EQ(facts.size(), 3);
  EXPECT_EQ(facts[1].label(), "学生竞赛获奖数");
}

TEST(ReadParagraph, TakesMoreAndFewerForChanges) {
  const auto facts = FactsOf("社团26个，比上年多4个。");
  ASSERT_EQ(facts.size(), 2);
  EXPECT_EQ(facts[1].dimensions(0).value(), "增加");
  EXPECT_EQ(facts[1].label(), facts[0].label() + "变化");
}

TEST(ReadParagraph, DealsOutFiguresByTheirOrder) {
  EXPECT_THAT(Shown(FactsOf("男生、女生分别为60人、40人。")),
              ElementsAre("60 人 男生数 2021年", "40 人 女生数 2021年"));
}

// 76 pupils of one subject were taken for all pupils of the school.
TEST(ReadParagraph, NamesSharesDealtOutToThingsSaidBefore) {
  const auto facts =
      FactsOf("在校生100人，其中男生60人、女生40人，分别占60%和40%。");
  ASSERT_EQ(facts.size(), 5);
  EXPECT_EQ(facts[3].label(), "在校男生占比");
  EXPECT_EQ(facts[4].label(), "在校女生占比");
}

TEST(ReadParagraph, TakesNoAverageForAPart) {
  const auto facts = FactsOf("在校生100人，其中女生40人，平均班额33人。");
  ASSERT_EQ(facts.size(), 3);
  EXPECT_EQ(facts[2].label().find("（"), std::string::npos);
}

TEST(ReadParagraph, KeepsASubjectsPupilsApartFromTheSchools) {
  const auto facts = FactsOf("护理专业与两所医院合作办学，在读学生76人。");
  ASSERT_EQ(facts.size(), 1);
  EXPECT_EQ(facts[0].concept_code(), "");
  EXPECT_EQ(facts[0].dimensions(0).value(), "护理专业");
}

// 中 at the start says "among"; 中文 lost it and became 文.
TEST(ReadParagraph, KeepsNounsThatBeginLikeFunctionWords) {
  const auto facts = FactsOf("另有中文期刊218种。");
  ASSERT_EQ(facts.size(), 1);
  EXPECT_EQ(facts[0].label(), "中文期刊数");
}

}  // namespace
}  // namespace nianbao::intake
