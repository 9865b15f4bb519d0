#include "services/validation/orders.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Orders(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindOrders);
}

TEST(Orders, CompareWithALimit) {
  EXPECT_THAT(Orders("论文占比[18.03%|占比]，超[8%|占比]。"),
              ElementsAre("order consistent 18.03% | 18.03%>8%"));
  EXPECT_THAT(Orders("持证率[68.2%|持证率]，高于[70%|要求]的要求。"),
              ElementsAre("order contradicted 68.2% | 68.2%>70%"));
  EXPECT_THAT(Orders("生师比[16人|生师比]，符合不高于[20人|标准]的规定。"),
              ElementsAre("order consistent 16人 | 16人≤20人"));
}

// "高于4000元的占20%" is about some, not a limit of the mean.
TEST(Orders, LeaveGroupsAlone) {
  EXPECT_THAT(Orders("平均起薪[3500元|起薪]，高于[4000元|起薪]的占两成。"),
              IsEmpty());
  EXPECT_THAT(Orders("就业率[98%|就业率]。其中高于[99%|就业率]。"), IsEmpty());
}

TEST(Orders, KnowARise) {
  EXPECT_THAT(Orders("持证率相较上一学年的[90%|持证率||2020年]，现今已高达"
                     "[93.2%|持证率]。"),
              ElementsAre("order consistent 93.2% | 93.2%>90%"));
}

TEST(Orders, FollowATrend) {
  EXPECT_THAT(Orders("合格率逐年上升。2020年合格率[99.38%|合格率||2020年]，"
                     "2021年合格率[99.69%|合格率]。"),
              ElementsAre("order consistent 99.69% | 99.69%>99.38%"));
  EXPECT_THAT(Orders("合格率逐年上升。2020年合格率[99.69%|合格率||2020年]，"
                     "2021年合格率[99.38%|合格率]。"),
              ElementsAre("order contradicted 99.38% | 99.38%>99.69%"));
  EXPECT_THAT(Orders("规模逐年扩大。合格率[99.69%|合格率||2020年]，另"
                     "[99.38%|优秀率]。"),
              IsEmpty());
}

// 95% may be 94.6 or 95.4; as a number to the digit it refuted a rise.
TEST(Orders, OfATrendCompareTrueValues) {
  EXPECT_THAT(Orders("合格率逐年上升。2020年合格率[95%|合格率||2020年]，"
                     "2021年合格率[94.9%|合格率]。"),
              ElementsAre("order consistent 94.9% | 94.9%>95%"));
  EXPECT_THAT(Orders("合格率逐年上升。2020年合格率[95%|合格率||2020年]，"
                     "2021年合格率[94.4%|合格率]。"),
              ElementsAre("order contradicted 94.4% | 94.4%>95%"));
}

TEST(Orders, RankWithinTheirList) {
  EXPECT_THAT(Orders("位列第11名（首批共30个名校）。"),
              ElementsAre("order consistent 第11 | 11≤30"));
  EXPECT_THAT(Orders("位列第31名（首批共30个名校）。"),
              ElementsAre("order contradicted 第31 | 31≤30"));
  EXPECT_THAT(Orders("6名同学名列全省前十。"), SizeIs(1));
  EXPECT_THAT(Orders("12名同学名列全省前十。"), IsEmpty());
}

TEST(Kinds, AreAtMostAllOfThem) {
  const auto report = [](const std::string& part) {
    return ReportBuilder()
        .Text("专任教师[40人|专任教师总数|teachers]。")
        .Text("拥有[" + part + "|省级骨干专任教师]省级骨干专任教师。");
  };
  EXPECT_THAT(Found(report("5人"), FindKinds),
              ElementsAre("order consistent 5人 | 5人≤40人"));
  EXPECT_THAT(Found(report("50人"), FindKinds), IsEmpty());
}

TEST(Kinds, AreAllOfThemInTheWholeSchool) {
  const auto report = [](const std::string& count) {
    return ReportBuilder()
        .Text("在校生[2385人|在校生数|students]。")
        .Text("全校[" + count + "|住宿]在校生全部住宿。");
  };
  EXPECT_THAT(Found(report("2385人"), FindKinds),
              ElementsAre("same_concept consistent 2385人 | 2385人=2385人"));
  EXPECT_THAT(Found(report("2358人"), FindKinds),
              ElementsAre("same_concept contradicted 2358人 / 2385人 | "
                          "2358人≠2385人"));
  EXPECT_THAT(Found(report("85人"), FindKinds), IsEmpty());
}

TEST(Kinds, KnowPrizesOfALevel) {
  EXPECT_THAT(
      Found(ReportBuilder().Text("获国家级奖项[9项|奖项]、省级奖项[27项|奖项]，"
                                 "其中省一等奖[4项|省一等奖]。"),
            FindKinds),
      ElementsAre("order consistent 4项 | 4项≤27项"));
}

}  // namespace
}  // namespace nianbao::validation
