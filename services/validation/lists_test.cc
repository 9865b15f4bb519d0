#include "services/validation/lists.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_QUERY;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> Lists(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindLists);
}

TEST(Lists, AddUpBehindAmong) {
  EXPECT_THAT(
      Lists("教职工[296人|教职工]，其中编内[278人|编内]，编外[18人|编外]，"
            "专任教师[268人|专任教师]。"),
      ElementsAre("sum consistent 296人 | 278+18=296人"));
}

// The total comes last, under a name of its own.
TEST(Lists, AddUpBeforeATotalByName) {
  const auto hours = [](const std::string& total) {
    return Lists(
        "线上学习[910学时|线上学习]，集中培训[640学时|集中培训]，跟岗"
        "实践[450学时|跟岗实践]，全年学时总数[" +
        total + "学时|学时总数]。");
  };
  EXPECT_THAT(hours("2000"),
              ElementsAre("sum consistent 2000学时 | 910+640+450=2000学时"));
  // The name does not say what it takes in.
  EXPECT_THAT(hours("2100"), IsEmpty());
}

// Posts, used and open ones, were added to the people.
TEST(Lists, AreNotAddedUpWithTheWholeOfOthers) {
  EXPECT_THAT(Lists("核定编制[120名|编制]，在编[105人|在编]，空编[15名|空编]，"
                    "编外[20人|编外]，教职工合计[125人|教职工]。"),
              Not(Contains(HasSubstr("contradicted"))));
}

TEST(Lists, AddUpSmallCountsThatUseUpTheSentence) {
  EXPECT_THAT(Lists("一等奖[9人|获奖人数]，学生[6人|获奖学生]，教师"
                    "[3人|获奖教师]；二等奖[15人|获奖人数]。"),
              ElementsAre("sum consistent 9人 | 6+3=9人"));
  EXPECT_THAT(Lists("一等奖[9人|获奖人数]，学生[6人|获奖学生]，教师"
                    "[2人|获奖教师]；二等奖[15人|获奖人数]。"),
              IsEmpty());
}

TEST(Lists, MayBeIncomplete) {
  EXPECT_THAT(Lists("共有[21位|教师]，其中[5位|教师]参加培训，[4位|教师]参加"
                    "远程培训等。"),
              ElementsAre("part consistent 21位 | 5+4=9位"));
}

TEST(Lists, ContradictWhereAlternativesLeaveNothingOut) {
  const auto checks = ChecksOf(
      ReportBuilder().Text("教职工[268人|教职工]，其中编内[251人|编内]，编外"
                           "[19人|编外]，余编[11人|余编]。"),
      FindLists);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]),
            "sum contradicted 268人（251人、19人） | 251+19=270人");
  EXPECT_EQ(checks[0].message().zh(),
            "分项之和与总数不符：教职工268人，分项为251人、19人；251+19=270人，"
            "相差2人。（第1行）");
}

TEST(Lists, ContradictWhereAlternativesAreMoreThanTheWhole) {
  EXPECT_THAT(Lists("立项[24项|立项]，其中省级[5项|省级]、市级[12项|市级]、校级"
                    "[9项|校级]。"),
              ElementsAre("sum contradicted 24项（5项、12项、9项） | "
                          "5+12+9=26项"));
  EXPECT_THAT(Lists("立项[24项|立项]，其中省级[5项|省级]、市级[12项|市级]。"),
              ElementsAre("part consistent 24项 | 5+12=17项"));
}

// The 16 may be among the 106.
TEST(Lists, AskWherePartsMayOverlap) {
  const auto checks =
      ChecksOf(ReportBuilder().Text(
                   "共有[127位|教师]报名，其中网络培训[21人|网络培训]、"
                   "学时培训[16人|学时培训]、省内培训[106人|省内培训]。"),
               FindLists);
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(Shown(checks[0]), "sum consistent 127位 | 21+106=127位");
  EXPECT_EQ(Shown(checks[1]),
            "sum undecided 127位（21人、16人、106人） | "
            "21+16+106=143位");
  EXPECT_EQ(checks[1].severity(), SEVERITY_QUERY);
}

TEST(Lists, FindTheirTotalBehind) {
  EXPECT_THAT(
      Lists("职教高考[865人|a]、单独招生[86人|b]、中本贯通[38人|c]、"
            "中高贯通[420人|d]，合计升学人数为[1409人|升学人数]，其中升入本科"
            "[128人|e]、升入高职[1281人|f]；比2020年升学"
            "[931人|升学人数||2020年]增加[478人|升学人数变化||||方向=增加]。"),
      ElementsAre("sum consistent 1409人 | 865+86+38+420=1409人",
                  "sum consistent 1409人 | 128+1281=1409人"));
}

TEST(Lists, ContradictAStatedTotal) {
  EXPECT_THAT(
      Lists("国家级获奖[2项|a]，省级获奖[20项|b]，市级获奖[105项|c]，三级"
            "合计[128项|d]。"),
      ElementsAre("sum contradicted 128项（2项、20项、105项） | "
                  "2+20+105=127项"));
  EXPECT_THAT(Lists("国家级获奖[2项|a]，省级等获奖[20项|b]，合计[128项|d]。"),
              IsEmpty());
}

TEST(Lists, NestPartsOfParts) {
  EXPECT_THAT(
      Lists("[11项|课题]课题立项，其中[1项|a]省级课题；[7项|b]市级课题，重点"
            "[1项|c]，一般[6项|d]；[3项|e]电教课题。"),
      ElementsAre("sum consistent 11项 | 1+7+3=11项",
                  "sum consistent 7项 | 1+6=7项"));
}

TEST(Lists, StandInBrackets) {
  EXPECT_THAT(
      Lists("美育教师[11人|美育]（公共艺术[6人|a]、工艺美术[5人|b]）。"),
      ElementsAre("sum consistent 11人 | 6+5=11人"));
}

TEST(Lists, AreGroupedByWhatTheTextSays) {
  EXPECT_THAT(Lists("在校生[368人|在校生]，按年级分，一年级[131人|a]、二年级"
                    "[125人|b]、三年级[112人|c]；按性别分，男生[214人|d]、女生"
                    "[154人|e]。"),
              ElementsAre("sum consistent 368人 | 131+125+112=368人",
                          "sum consistent 368人 | 214+154=368人"));
}

TEST(Lists, ThatSortTheWholeLeaveNothingOut) {
  EXPECT_THAT(
      Lists(
          "培训[5286人次|培训]，比2020年的[4732人次|培训||2020年]多。从对象看，"
          "职工[2418人次|a]，军人[312人次|b]，农民[1654人次|c]，居民"
          "[992人次|d]。"),
      ElementsAre("sum contradicted 5286人次（2418人次、312人次、1654人次、"
                  "992人次） | 2418+312+1654+992=5376人次"));
  EXPECT_THAT(Lists("培训[5286人次|培训]。从对象看，职工[2418人次|a]，军人"
                    "[312人次|b]，农民[1654人次|c]等。"),
              IsEmpty());
}

TEST(Lists, ContradictAPartThatIsLargerThanItsWhole) {
  EXPECT_THAT(Lists("基地[38家|基地]，其中深度合作的[43家|深度合作]。"),
              ElementsAre("part contradicted 38家（43家） | 43家"));
}

TEST(Lists, KeepUnitsApartThatStandSideBySide) {
  EXPECT_THAT(Lists("获奖[12项|获奖]，获奖学生[25人|获奖学生]，其中一等奖"
                    "[3项|a][7人|b]，二等奖[4项|c][9人|d]，三等奖[5项|e]"
                    "[10人|f]。"),
              ElementsAre("sum consistent 12项 | 3+4+5=12项",
                          "sum contradicted 25人（7人、9人、10人） | "
                          "7+9+10=26人"));
}

TEST(Lists, JudgeAlternativesWithoutAWordBefore) {
  EXPECT_THAT(Lists("骨干教师共[46人|骨干]，省级[2人|a]，市级[11人|b]，县级"
                    "[35人|c]。"),
              ElementsAre("sum contradicted 46人（2人、11人、35人） | "
                          "2+11+35=48人"));
}

// Last year's figure is no whole of this year's parts.
TEST(Lists, KeepToThisYearsWhole) {
  EXPECT_THAT(
      Lists("收入[900万元|收入]，比2020年的[860万元|收入||2020年]多；其中"
            "拨款[850万元|拨款]。"),
      ElementsAre("part consistent 900万元 | 850万元"));
}

TEST(Lists, CountWhatComesAndGoes) {
  EXPECT_THAT(
      Lists("社团共[34个|学生社团数]。评出四星级社团[2个|四星级社团]，三星级"
            "社团[8个|三星级社团]，二星级社团[11个|二星级社团]，一星级社团"
            "[12个|一星级社团]，停办社团[2个|停办社团]，新增社团"
            "[3个|新增社团]。"),
      ElementsAre("sum consistent 34个 | 2+8+11+12−2+3=34个"));
}

TEST(Lists, AddAmountsWithinTheirRounding) {
  EXPECT_THAT(
      Lists("建筑面积[10.42万平方米|a]，其中教学用房[5.86万平方米|b]、办公"
            "用房[0.58万平方米|c]、生活用房[3.98万平方米|d]，生均"
            "[28.27平方米|生均建筑面积]。"),
      ElementsAre("sum consistent 10.42万平方米 | "
                  "5.86+0.58+3.98=10.42万平方米"));
}

TEST(Lists, DoNotMixUnits) {
  EXPECT_THAT(
      Lists("培训[8052人次|人次]，其中[2503人|人数]，另[5549人|其他]。"),
      IsEmpty());
}

TEST(Lists, LeaveHedgedFiguresOut) {
  EXPECT_THAT(
      Lists("学生[近5000人|学生]，其中男生[3000人|男]，女生[3000人|女]。"),
      IsEmpty());
}

// What 约 stands before is no item, so the others need not make up the total.
TEST(Lists, WithAHedgedItemAreNotRefuted) {
  EXPECT_THAT(Lists("人员[60万元|a]，公用约[约30万元|b]，项目[8万元|c]，合计"
                    "[98万元|d]。"),
              IsEmpty());
  EXPECT_THAT(Lists("人员[60万元|a]，公用[29万元|b]，项目[8万元|c]，合计"
                    "[110万元|d]。"),
              ElementsAre("sum contradicted 110万元（60万元、29万元、8万元） "
                          "| 60+29+8=97万元"));
}

TEST(Lists, BelongToTheSentenceBefore) {
  EXPECT_THAT(Lists("[12项|课题]课题结题或获奖，省级[2项|a]，市级[6项|b]。"
                    "其中[1项|c]获一等奖，[2项|d]获二等奖，[7项|e]获三等奖。"),
              ElementsAre("part consistent 12项 | 1+2+7=10项"));
}

TEST(Lists, MayEndOpen) {
  EXPECT_THAT(Lists("培训共[40人|培训]参加，[7人|a]学甲，[5人|b]学乙等。"),
              ElementsAre("part consistent 40人 | 7+5=12人"));
  EXPECT_THAT(Lists("培训共[40人|培训]参加，[27人|a]学甲，[25人|b]学乙等。"),
              IsEmpty());
}

TEST(Lists, AddWhatIsUsedAndWhatIsLeft) {
  EXPECT_THAT(
      Lists("核定编制[295个|编制]。截至8月，已使用编制[278个|使用]，余编"
            "[17个|余编]。"),
      ElementsAre("sum consistent 295个 | 278+17=295个"));
  EXPECT_THAT(Lists("核定编制[295个|编制]，已使用编制[278个|使用]，余编"
                    "[19个|余编]。"),
              ElementsAre("sum contradicted 295个（278个、19个） | "
                          "278+19=297个"));
  EXPECT_THAT(Lists("教室[95间|教室]。另有资料，已使用[78间|使用]，余"
                    "[19间|余]。"),
              IsEmpty());
}

// Small counts add up by chance.
TEST(Lists, NeedAWordWhereTheWholeIsSmall) {
  EXPECT_THAT(Lists("获奖[3项|a]，立项[1项|b]，结题[2项|c]。"), IsEmpty());
}

// 两项合计 adds the last two, whatever else the sentence counts.
TEST(Lists, AddAsManyItemsAsTheTotalSays) {
  const auto total = [](const std::string& figure) {
    return Found(
        ReportBuilder().Text("毕业生[702人|毕业生]，升学[455人|升学人数]，就业"
                             "[236人|就业人数]，两项合计[" +
                             figure + "人|合计]。"),
        FindLists);
  };
  EXPECT_THAT(total("691"),
              ElementsAre("sum consistent 691人 | 455+236=691人"));
  EXPECT_THAT(total("641"),
              ElementsAre("sum contradicted 641人（455人、236人） | "
                          "455+236=691人"));
}

TEST(Lists, OpenWithIncluding) {
  EXPECT_THAT(
      Found(ReportBuilder().Text("党员[76名|党员]，包括在职[84名|在职党员]和"
                                 "退休[12名|退休党员]。"),
            FindLists),
      ElementsAre("sum contradicted 76名（84名、12名） | 84+12=96名"));
  // What is included are no figures.
  EXPECT_THAT(Found(ReportBuilder().Text(
                        "教师[96人|教师]组织活动，包括体育节、艺术节等，参与"
                        "[1200人|参与人数]。"),
                    FindLists),
              IsEmpty());
}

TEST(Lists, MayEndInATotalByName) {
  const auto hours = [](const std::string& total) {
    return Found(
        ReportBuilder().Text(
            "自主选课[2972学时|自主选课]，指令性[3162学时|指令性]，校本"
            "研修[2832学时|校本研修]，获得学时总数[" +
            total + "学时|学时总数]。"),
        FindLists);
  };
  EXPECT_THAT(hours("8966"),
              ElementsAre("sum consistent 8966学时 | 2972+3162+2832=8966学时"));
  // It may be of more than the list.
  EXPECT_THAT(hours("9966"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
