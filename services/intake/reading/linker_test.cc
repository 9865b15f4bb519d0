#include "services/intake/reading/linker.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/link_score.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::intake::v1::NumberReading;
using ::testing::IsEmpty;

const Linker& TestLinker() {
  static const Linker linker(TestCatalogue());
  return linker;
}

Figure FigureOf(const std::string& value, const std::string& unit) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit(unit);
  return figure;
}

LinkResult Find(const std::string& label, const Figure& figure,
                const std::string& period = "2021年",
                const std::string& edition = "2021") {
  return TestLinker().Find(label, {figure, period, edition});
}

std::string CodeOf(const LinkResult& result) {
  return result.indicator == nullptr ? "" : result.indicator->code();
}

TEST(Linker, TakesTitlesAndWordingsInUnitsThatConvert) {
  EXPECT_EQ(CodeOf(Find("在校生人数", FigureOf("2050", "人"))),
            "full_time_students");
  EXPECT_EQ(CodeOf(Find("校园占地面积", FigureOf("120", "亩"))), "campus_area");
  EXPECT_EQ(CodeOf(Find("在校生人数", FigureOf("2050", "%"))), "");
  EXPECT_EQ(CodeOf(Find("生师比", FigureOf("16.4:1", ""))),
            "student_teacher_ratio");
}

TEST(Linker, SaysWhyAnIndicatorIsRefused) {
  const LinkResult unit = Find("在校生人数", FigureOf("2050", "元"));
  ASSERT_EQ(unit.candidates.size(), 1U);
  EXPECT_EQ(unit.candidates[0].refusal, NumberReading::REFUSAL_UNIT);
  const LinkResult period = Find("获专利", FigureOf("30", "项"), "近三年");
  ASSERT_EQ(period.candidates.size(), 1U);
  EXPECT_EQ(period.candidates[0].refusal, NumberReading::REFUSAL_PERIOD);
}

// What is counted over several years is no year's figure; a school year is
// named by two years and is one.
TEST(Linker, LinksNoSumsOverYears) {
  const Figure patents = FigureOf("30", "项");
  EXPECT_EQ(CodeOf(Find("获专利", patents, "2016年至2020年")), "");
  EXPECT_EQ(CodeOf(Find("获专利", patents, "2020下半年至2021上半年")),
            "patents_total");
}

TEST(Linker, NeverTakesAPartForTheWhole) {
  const Figure people = FigureOf("300", "人");
  for (const std::string label :
       {"男生", "护理专业在校生", "一年级在校生", "推荐", "单位", "其中"}) {
    EXPECT_EQ(CodeOf(Find(label, people)), "") << label;
  }
}

TEST(Linker, LooksThroughWordsOfQuantity) {
  const LinkResult result = Find("毕业班主任工作坊", FigureOf("2", "个"));
  EXPECT_EQ(CodeOf(result), "");
  EXPECT_EQ(CodeOf(Find("合作企业总数量", FigureOf("40", "家"))), "");
  EXPECT_EQ(CodeOf(Find("校外实训基地数量", FigureOf("40", "个"))),
            "off_campus_bases");
  EXPECT_EQ(WithoutQuantity("专业数"), "专业数");
  EXPECT_EQ(WithoutQuantity("在校生人数"), "在校生");
}

TEST(Linker, TellsPointsAndRunnerUp) {
  const LinkResult exact = Find("在校生人数", FigureOf("2050", "人"));
  EXPECT_EQ(exact.ToLink().score(), kSameWords + 15 + 5 + 5);
  EXPECT_EQ(exact.ToLink().runner_up(), "");
  EXPECT_EQ(
      Find("在校生人数", FigureOf("2050", "人"), "2020学年").ToLink().score(),
      kSameWords + 15 + 5);
}

// 教学计划内课程总数 is printed once for a row of courses and a row of hours.
TEST(Linker, LetsTheUnitTellNamesakesApart) {
  EXPECT_EQ(CodeOf(Find("教学计划内课程总数", FigureOf("286", "门"), "2024年",
                        "2024")),
            "courses_total");
  const LinkResult hours =
      Find("教学计划内课程总数", FigureOf("24680", "学时"), "2024年", "2024");
  EXPECT_EQ(CodeOf(hours), "course_hours_total");
  EXPECT_EQ(hours.ToLink().runner_up(), "courses_total");
  EXPECT_EQ(hours.ToLink().runner_up_score(), 0);
}

TEST(Linker, FindsPartsBelowTheirWholeOnly) {
  const Figure one = FigureOf("1", "个");
  const std::string period = "2021年";
  const std::string edition = "2021";
  const LinkFigure figure{one, period, edition};
  EXPECT_EQ(
      CodeOf(TestLinker().FindPart("class_teacher_studios", "省级", figure)),
      "class_teacher_studios_provincial");
  EXPECT_EQ(CodeOf(TestLinker().Find("省级", figure)), "");
}

TEST(Linker, GivesPointsForTheSection) {
  const auto& edition = *TestCatalogue().FindEdition("2021");
  const OutlineHomes homes(edition);
  OutlinePlace place(homes);
  nianbao::document::v1::Heading heading;
  heading.set_level(1);
  heading.add_runs()->set_text("学校基本情况");
  place.Enter(heading);
  heading.set_level(2);
  heading.mutable_runs(0)->set_text("师资队伍");
  place.Enter(heading);
  EXPECT_TRUE(place.IsHome("full_time_teachers"));
  const Figure teachers = FigureOf("268", "人");
  const std::string code = "2021";
  EXPECT_EQ(TestLinker()
                .Find("专任教师", {teachers, "2021年", code, &place})
                .ToLink()
                .score(),
            100);
  heading.set_level(1);
  heading.mutable_runs(0)->set_text("面临挑战");
  place.Enter(heading);
  EXPECT_FALSE(place.IsHome("full_time_teachers"));
}

TEST(Linker, ShowsWhatOnlySoundsAlike) {
  const auto alike = TestLinker().Alike("专任教师平均年龄", 3);
  ASSERT_FALSE(alike.empty());
  EXPECT_LE(alike.size(), 3U);
  EXPECT_EQ(alike[0].refusal, NumberReading::REFUSAL_WORDS);
  EXPECT_THAT(TestLinker().Alike("啊", 3), IsEmpty());
}

}  // namespace
}  // namespace nianbao::intake
