#include "services/validation/cohort_figures.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ReportBuilder Graduates(const std::string& school_year,
                        const std::string& cohort) {
  ReportBuilder report;
  report
      .Text("2020学年毕业[" + school_year +
            "人|毕业生总数|graduates|2020学年]。")
      .Text("2021届毕业生[" + cohort + "人|毕业生总数|graduates]。");
  return report;
}

std::vector<std::string> Cohorts(const ReportBuilder& report) {
  return Found(report, [](const ReportView& view, Checks& checks) {
    FindCohortFigures(view, SmallCatalogue(), checks);
  });
}

TEST(CohortFigures, AgreeWithTheSchoolYearThatTheyLeaveAfter) {
  const auto checks = ChecksOf(Graduates("930", "930"),
                               [](const ReportView& view, Checks& all) {
                                 FindCohortFigures(view, SmallCatalogue(), all);
                               });
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]), "same_concept consistent 930人 | 930人=930人");
  EXPECT_EQ(checks[0].message().zh(),
            "毕业生总数：2021届930人与2020学年的930人相符（2020学年毕业的即"
            "2021届）。（见第1、2行）");
}

// Two of three places agree: each pair that differs is told.
TEST(CohortFigures, ContradictEachPlaceThatDiffers) {
  EXPECT_THAT(
      Cohorts(
          Graduates("930", "980").Text("毕业[930人|毕业生总数|graduates]。")),
      ElementsAre("same_concept contradicted 980人 / 930人 | "
                  "980人≠930人",
                  "same_concept consistent 930人 | 930人=930人"));
}

TEST(CohortFigures, LeaveOpenWhatMayBeCountedOtherwise) {
  // No place agrees: the school year may be named by its end.
  EXPECT_THAT(Cohorts(Graduates("930", "980")), IsEmpty());
  // Far apart: of other people.
  EXPECT_THAT(
      Cohorts(
          Graduates("930", "310").Text("毕业[930人|毕业生总数|graduates]。")),
      ElementsAre("same_concept consistent 930人 | 930人=930人"));
  // The school year is named by its end here.
  EXPECT_THAT(Cohorts(Graduates("930", "980")
                          .Text("2020届[930人|毕业生总数|graduates|2020届]。")),
              IsEmpty());
  // Students are counted on a day, not by cohort.
  EXPECT_THAT(Cohorts(ReportBuilder()
                          .Text("2020学年[930人|在校生数|students|2020学年]。")
                          .Text("2021年[980人|在校生数|students]。")),
              IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
