// Everyday words for what reports count, and labels of figures that lean on
// more than the clause before, each by a sentence that once was named wrongly.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EverydayWords, AreCountedByTheTermOfReports) {
  EXPECT_THAT(Shown(FactsOf("戴眼镜的学生712人。")),
              Contains("712 人 近视学生数 2021年"));
  EXPECT_THAT(Shown(FactsOf("下厂实习的女孩子81人。")),
              Contains("81 人 企业实习女生数 2021年"));
}

TEST(EverydayWords, StayWhereTheyArePartOfATerm) {
  EXPECT_THAT(Shown(FactsOf("持证上岗的教师12人。")),
              Contains("12 人 持证上岗教师数 2021年"));
}

// The label was 剩饭由每天, and both were of the same year.
TEST(EverydayWords, HowOftenIsNoPartOfWhatChanges) {
  EXPECT_THAT(
      Shown(FactsOf("食堂剩饭由每天180公斤减到65公斤。")),
      ElementsAre("180 公斤 食堂剩饭量 2020年", "65 公斤 食堂剩饭量 2021年"));
}

// The label was 派出数.
TEST(EverydayWords, ANounOfOneCharacterIsCountedWithItsVerb) {
  EXPECT_THAT(Shown(FactsOf("青蓝小队派出教师14人次，走了31个村。")),
              Contains("31 个 走村数 2021年"));
}

// The label was 市赛第一名 within the prizes of the province.
TEST(EverydayWords, ASemicolonEndsAListOfParts) {
  EXPECT_THAT(
      Shown(FactsOf("青蓝社团14个，其中校级2个、系级5个；合唱队11个。")),
      Contains("11 个 合唱队数 2021年"));
}

// The label was 专业课天数.
TEST(EverydayWords, DaysAreOfWhatThePersonsDo) {
  EXPECT_THAT(Shown(FactsOf("到企业实践的青蓝专业课教师52人，累计1560天。")),
              Contains("1560 天 到企业实践天数 2021年"));
}

// The share was taken for one of the figure in the bracket.
TEST(EverydayWords, AShareBehindABracketIsOfTheFigureBeforeIt) {
  EXPECT_THAT(Shown(FactsOf("青蓝学员685人（其中报名559人），占60.88%。")),
              Contains("60.88 % 青蓝学员占比 2021年"));
}

// The part had no unit.
TEST(EverydayWords, ABarePartIsInTheUnitOfItsWhole) {
  EXPECT_THAT(Shown(FactsOf("青蓝研修学时总数8966，其中远程1358。")),
              Contains("1358 学时 青蓝研修学时总数（远程） 2021年"));
}

TEST(EverydayWords, TwoThatAreSummedUpNameTheSum) {
  EXPECT_THAT(Shown(FactsOf("剪纸学员455人，木雕学员236人，两项合计691人。")),
              Contains("691 人 剪纸学员和木雕学员数 2021年"));
}

// The label was 其他金额.
TEST(EverydayWords, OtherMoneyIsOfTheKindBesideIt) {
  EXPECT_THAT(Shown(FactsOf("青蓝收入286.30万元，其他87.40万元。")),
              Contains("87.40 万元 其他收入 2021年"));
}

// A noun phrase lost what was counted: 谈心谈话人数.
TEST(EverydayWords, WhatIsDoneWithPersonsDoesNotReplaceThem) {
  EXPECT_THAT(Shown(FactsOf("对40位青蓝教师开展谈心谈话。")),
              Contains("40 人 谈心谈话青蓝教师数 2021年"));
}

// The figure was taken for one that the school reports.
TEST(EverydayWords, WhatEachIsToDoAtLeastIsARequirement) {
  EXPECT_THAT(Shown(FactsOf("学员轮流下园，每人每学期不少于15天。")),
              IsEmpty());
}

TEST(EverydayWords, WhoIsRegisteredIsOfThePersonsBefore) {
  EXPECT_THAT(Shown(FactsOf("就业率占54%，自主创业的校友，登记在册的有86人。")),
              Contains("86 人 自主创业校友登记在册人数 2021年"));
}

TEST(EverydayWords, TheOutcomeOfAskingHowContentPeopleAreIsSatisfaction) {
  EXPECT_THAT(Shown(FactsOf("学员满不满意？80份学员问卷的结果是95.8%。")),
              Contains("95.8 % 学员满意度 2021年"));
}

TEST(EverydayWords, APrizeIsNamedWithWhatItWasWonIn) {
  EXPECT_THAT(Shown(FactsOf("青蓝赛捧回5个奖，其中一等奖2个、二等奖3个。")),
              Contains("2 个 青蓝赛获一等奖数 2021年"));
}

// The school's grants were cut to grants of anybody.
TEST(EverydayWords, TheSchoolsOwnGrantsStayItsOwn) {
  EXPECT_THAT(Shown(FactsOf("上半年学校助学金14人。")),
              Contains("14 人 学校助学金学生数 2021年"));
}

TEST(EverydayWords, APartIsNamedBehindItsWhole) {
  EXPECT_THAT(Shown(FactsOf("学员人数含剪纸班学员18人。")),
              Contains("18 人 剪纸班学员数 2021年"));
}

TEST(EverydayWords, AllPupilsAreThoseInSchool) {
  EXPECT_THAT(Shown(FactsOf("全校三千多名学生参加升旗。")),
              Contains("3000 人 全日制在校生数 2021年"));
}

// The second was taken for all majors of the school.
TEST(EverydayWords, WhatIsClosedIsNotCountedAmongWhatThereIs) {
  EXPECT_THAT(Shown(FactsOf("2021年停招1个专业。")),
              Contains("1 个 停招专业数 2021年"));
}

TEST(EverydayWords, ItemsInTurnShareTheWordsAroundThem) {
  EXPECT_THAT(
      Shown(FactsOf("一、二年级学员依次为62人、78人。")),
      ElementsAre("62 人 一年级学员数 2021年", "78 人 二年级学员数 2021年"));
  EXPECT_THAT(
      Shown(FactsOf("剪纸课、合唱课教师依次为13人和9人。")),
      ElementsAre("13 人 剪纸课教师数 2021年", "9 人 合唱课教师数 2021年"));
  EXPECT_THAT(Shown(FactsOf(
                  "青蓝课合格率96.8%，其中剪纸、合唱两科依次为98.1%、94.3%。")),
              Contains("98.1 % 剪纸青蓝课合格率 2021年"));
}

// The school's own group was taken for another party.
TEST(EverydayWords, AGroupThatTheSchoolLeadsIsReportedByIt) {
  EXPECT_THAT(Shown(FactsOf("学校牵头组建的青蓝集团现有成员单位58家。")),
              Contains("58 家 青蓝集团现有成员单位数 2021年"));
}

TEST(EverydayWords, WhatARegionHasIsNotTheSchools) {
  EXPECT_THAT(Shown(FactsOf("清川县现有规模以上企业126家。")), IsEmpty());
}

// The hedge 多 was heard, and the change was not.
TEST(EverydayWords, HowManyMoreIsAChange) {
  EXPECT_THAT(Shown(FactsOf("剪纸学员1024人，比2020届的986人多38人。")),
              Contains("38 人 剪纸学员数变化 2021年"));
}

}  // namespace
}  // namespace nianbao::intake
