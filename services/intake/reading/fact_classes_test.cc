#include "services/intake/reading/fact_classes.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Values of the school's own figures.
std::vector<std::string> Own(const std::string& text) {
  std::vector<std::string> values;
  for (const auto& fact : FactsOf(text)) {
    values.push_back(fact.figure().value());
  }
  return values;
}

TEST(ClassOfFigure, LeavesOtherPartiesOut) {
  EXPECT_THAT(Own("2020年，全市共有中职学校12所。"), IsEmpty());
  EXPECT_THAT(Own("与某集团共建学院，该集团占地350亩，有职工2300人。"),
              IsEmpty());
  EXPECT_THAT(Own("合作的某公司注册资本1.2亿元，员工860人。"), IsEmpty());
}

TEST(ClassOfFigure, ComesBackToTheSchoolInTheSameSentence) {
  EXPECT_THAT(Own("该企业年产值3亿元，学校派出教师12人。"), ElementsAre("12"));
}

// 职工 of the school were taken for a firm's because 员工 stands in 教职员工.
TEST(ClassOfFigure, KeepsTheSchoolsStaff) {
  EXPECT_THAT(Own("教职员工总数296人，其中编内278人。"),
              ElementsAre("296", "278"));
}

TEST(ClassOfFigure, KeepsAwardsOfNationalContests) {
  EXPECT_THAT(Own("获全国创新大赛特等奖2项，在全省比赛中获奖3项。"),
              ElementsAre("2", "3"));
}

TEST(ClassOfFigure, LeavesPlansOutButNotWhatWasDone) {
  EXPECT_THAT(Own("2021年计划招生1200人，实际招收新生1146人。"),
              ElementsAre("1146"));
  EXPECT_THAT(Own("学校力争到2023年使比例达到90%，新增基地10个。"), IsEmpty());
  EXPECT_THAT(Own("根据计划开展社团展演2场。"), ElementsAre("2"));
}

TEST(ClassOfFigure, LeavesRequirementsOut) {
  EXPECT_THAT(Own("实践课时占52.6%，高于国家不低于50%的规定。"),
              ElementsAre("52.6"));
  EXPECT_THAT(Own("对照设置标准，在校生不少于1200人。"), IsEmpty());
  EXPECT_THAT(Own("超过10万元的采购项目都要评审。"), IsEmpty());
}

TEST(ClassOfFigure, KeepsTheDistanceFromOthers) {
  EXPECT_THAT(Own("升学率比全省平均高2.5个百分点。"), ElementsAre("2.5"));
}

TEST(ClassOfFigure, LeavesHearsayOut) {
  EXPECT_THAT(Own("评选中得票12.6万张的说法未经核实。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::intake
