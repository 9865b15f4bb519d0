// Whether a report has the sections and tables of its edition.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "services/validation/check_document.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<Check> Outlined(const ReportBuilder& report) {
  auto result = CheckDocument(SmallCatalogue(), "2021", report.document(),
                              report.facts());
  EXPECT_TRUE(result.ok()) << result.status();
  std::vector<Check> checks;
  for (Check& check : result->checks) {
    if (check.kind() != "outline") continue;
    EXPECT_EQ(check.verdict(), VERDICT_UNSPECIFIED);
    EXPECT_FALSE(check.instruction().zh().empty());
    checks.push_back(check);
  }
  return checks;
}

std::vector<std::string> Told(const ReportBuilder& report) {
  std::vector<std::string> told;
  for (const Check& check : Outlined(report)) {
    told.push_back(check.message().zh());
  }
  return told;
}

constexpr char kStudents[] = "在校生[4902人|全日制在校生数|students]。";

TEST(Outline, ACompleteReportLacksNothing) {
  ReportBuilder report;
  report.Heading("1", "学生情况").Text(kStudents);
  report.Heading("2", "国际合作").Text("无。");
  EXPECT_THAT(Told(report), IsEmpty());
}

TEST(Outline, ASectionUnderAnotherHeadingIsANote) {
  ReportBuilder report;
  report.Heading("1", "学生规模").Text(kStudents);
  report.Heading("2", "国际合作").Text("无。");
  const auto checks = Outlined(report);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].severity(), SEVERITY_NOTE);
  EXPECT_EQ(checks[0].message().zh(),
            "提纲中的“学生情况”在报告中写作“学生规模”。");
}

TEST(Outline, AHeadingWithNothingBelowItIsAQuery) {
  ReportBuilder report;
  report.Heading("1", "学生情况").Text(kStudents);
  report.Heading("2", "国际合作");
  report.Heading("3", "其他").Text("无。");
  const auto checks = Outlined(report);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].severity(), SEVERITY_QUERY);
  EXPECT_EQ(checks[0].message().zh(), "“国际合作”只有标题，没有内容。");
}

TEST(Outline, SectionsTheOtherWayRoundAreANote) {
  ReportBuilder report;
  report.Heading("1", "国际合作").Text("无。");
  report.Heading("2", "学生情况").Text(kStudents);
  const auto checks = Outlined(report);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].severity(), SEVERITY_NOTE);
  EXPECT_EQ(checks[0].message().zh(),
            "“学生情况”排在“国际合作”之后，与提纲的次序相反。");
}

ReportBuilder Sections() {
  ReportBuilder report;
  report.Heading("1", "学生情况").Text(kStudents);
  report.Heading("2", "国际合作").Text("无。");
  return report;
}

TEST(Tables, RowsWithoutAFigureAreANote) {
  ReportBuilder report = Sections();
  report.Table(1, {{"指标", "2021年"},
                   {"在校生", "[4902|全日制在校生数|students||人]"},
                   {"教师", "[268|专任教师总数|teachers||人]"},
                   {"毕业生", ""}});
  const auto checks = Outlined(report);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].severity(), SEVERITY_NOTE);
  EXPECT_EQ(checks[0].message().zh(),
            "“指标”有3行没有2021年的数：毕业生总数、生师比、生均校园占地面积。"
            "（第6行）");
}

TEST(Tables, AMissingTableIsAQuery) {
  ReportBuilder report = Sections();
  report.Table(1, {{"专业", "人数"}, {"护理", "[97|护理]"}});
  EXPECT_THAT(Told(report), ElementsAre("没有找到“指标”。"));
  EXPECT_EQ(Outlined(report)[0].severity(), SEVERITY_QUERY);
  // A table that is there but empty says that there is nothing to report.
  report.Text("附表：质量指标");
  EXPECT_THAT(Told(report), IsEmpty());
}

// Typed facts have no document to be complete.
TEST(Tables, ADocumentWithoutTablesLacksNone) {
  EXPECT_THAT(Told(Sections()), Not(Contains(HasSubstr("没有找到"))));
}

}  // namespace
}  // namespace nianbao::validation
