#include "services/intake/reading/explainer.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/readers/text_reader.h"
#include "services/intake/reading/fact_reader.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Explanation;
using nianbao::intake::v1::NumberReading;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What is explained of a place of the text, whose first line is a heading.
std::vector<Explanation> Explained(const std::string& text,
                                   const std::string& place) {
  static const FactReader reader(TestCatalogue());
  Explainer explainer(place, reader.linker());
  reader.Read(*TestCatalogue().FindEdition("2021"),
              ReadText("1. 学校情况\n" + text), false, &explainer);
  return explainer.Take();
}

// "decision source words" of each step.
std::vector<std::string> Steps(const NumberReading& number) {
  std::vector<std::string> steps;
  for (const auto& step : number.steps()) {
    steps.push_back(NumberReading::Decision_Name(step.decision()).substr(9) +
                    " " + NumberReading::Source_Name(step.source()).substr(7) +
                    " " + step.words());
  }
  return steps;
}

std::vector<std::string> Candidates(const NumberReading& number) {
  std::vector<std::string> shown;
  for (const auto& candidate : number.candidates()) {
    shown.push_back(candidate.code() + " " +
                    NumberReading::Refusal_Name(candidate.refusal()).substr(8));
  }
  return shown;
}

TEST(Explainer, TellsLabelPeriodAndConcept) {
  const auto explained =
      Explained("2020年在校生4852人。\n2020年，全日制在校生4852人。\n", "3");
  ASSERT_EQ(explained.size(), 1U);
  EXPECT_EQ(explained[0].line(), 3);
  EXPECT_EQ(explained[0].text(), "2020年，全日制在校生4852人。");
  EXPECT_THAT(explained[0].clauses(),
              ElementsAre("2020年", "全日制在校生4852人"));
  ASSERT_EQ(explained[0].numbers_size(), 2);
  EXPECT_EQ(explained[0].numbers(0).kind(), NumberReading::KIND_DATE);
  EXPECT_EQ(explained[0].numbers(0).fact().id(), "");
  const NumberReading& students = explained[0].numbers(1);
  EXPECT_EQ(students.fact().id(), "f2");
  EXPECT_EQ(students.interval().lower(), "4852");
  EXPECT_THAT(Steps(students), ElementsAre("PERIOD EARLIER 2020年",
                                           "LABEL OWN_CLAUSE 全日制在校生"));
  EXPECT_THAT(Candidates(students),
              ElementsAre("full_time_students UNSPECIFIED"));
}

TEST(Explainer, TellsWhyThereIsNoConcept) {
  const auto explained = Explained("在校生满意度90人。\n", "2");
  ASSERT_EQ(explained.size(), 1U);
  ASSERT_EQ(explained[0].numbers_size(), 1);
  EXPECT_THAT(Candidates(explained[0].numbers(0)),
              Contains("student_satisfaction UNIT"));
}

TEST(Explainer, TellsWhoseFigureItIs) {
  const auto explained = Explained("按照规定，专任教师不得少于60人。\n", "2");
  ASSERT_EQ(explained.size(), 1U);
  ASSERT_EQ(explained[0].numbers_size(), 1);
  EXPECT_EQ(explained[0].numbers(0).fact().fact_class(),
            nianbao::fact::v1::FACT_CLASS_STANDARD);
  EXPECT_EQ(explained[0].numbers(0).fact().id(), "");
}

TEST(Explainer, TellsRowsOfTables) {
  const auto explained = Explained(
      "序号\t指标\t单位\t2020年\t2021年\n"
      "1\t专任教师总数\t人\t272\t268\n"
      "2\t体育课专任教师数\t人\t15\t16\n",
      "3");
  ASSERT_EQ(explained.size(), 1U);
  EXPECT_EQ(explained[0].text(), "1\t专任教师总数\t人\t272\t268");
  ASSERT_EQ(explained[0].numbers_size(), 2);
  EXPECT_THAT(Steps(explained[0].numbers(0)),
              ElementsAre("PERIOD COLUMN 2020年", "LABEL ROW 专任教师总数"));
  EXPECT_EQ(explained[0].numbers(0).fact().concept_code(),
            "full_time_teachers");
}

// Word's tables lose their rows as text: each cell is a line.
TEST(Explainer, FindsCellsThatHaveALineOfTheirOwn) {
  const auto explained =
      Explained("\t专业\n\t人数\n\n\t烹饪\n\t120\n\n\t护理\n\t130\n\n", "6");
  ASSERT_EQ(explained.size(), 1U);
  EXPECT_EQ(explained[0].line(), 6);
  EXPECT_EQ(explained[0].text(), "烹饪\t120");
  ASSERT_EQ(explained[0].numbers_size(), 1);
  EXPECT_EQ(explained[0].numbers(0).fact().figure().value(), "120");
}

TEST(Explainer, SaysThatHeadingsAreNotRead) {
  const auto explained = Explained("在校生300人。\n", "1");
  ASSERT_EQ(explained.size(), 1U);
  EXPECT_EQ(explained[0].unread(), Explanation::UNREAD_HEADING);
  EXPECT_THAT(explained[0].numbers(), IsEmpty());
}

TEST(Explainer, TakesBlocksByTheirId) {
  const auto explained = Explained("在校生300人。\n", "b2");
  ASSERT_EQ(explained.size(), 1U);
  EXPECT_EQ(explained[0].numbers_size(), 1);
  EXPECT_THAT(Explained("在校生300人。\n", "b99"), IsEmpty());
  EXPECT_THAT(Explained("在校生300人。\n", "99999999999"), IsEmpty());
}

TEST(Explainer, LeavesTheFactsAsTheyAre) {
  static const FactReader reader(TestCatalogue());
  const auto& edition = *TestCatalogue().FindEdition("2021");
  const auto document = ReadText(
      "1. "
      "学校情况\n2020年在校生4852人，按规定不少于1200人，比上年增加58人。\n");
  Explainer explainer("2", reader.linker());
  const auto plain = reader.Read(edition, document, false);
  const auto traced = reader.Read(edition, document, false, &explainer);
  ASSERT_EQ(plain.size(), traced.size());
  for (int i = 0; i < plain.size(); ++i) {
    EXPECT_EQ(plain[i].SerializeAsString(), traced[i].SerializeAsString());
  }
}

}  // namespace
}  // namespace nianbao::intake
