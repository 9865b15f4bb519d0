#include "services/validation/findings.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "services/validation/check_document.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::validation::v1::Finding;
using nianbao::validation::v1::Hint;
using nianbao::validation::v1::Outcome;
using nianbao::validation::v1::Slip;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

core::CheckResult Checked(const ReportBuilder& report) {
  auto result = CheckDocument(SmallCatalogue(), "2021", report.document(),
                              report.facts());
  EXPECT_TRUE(result.ok()) << result.status();
  return result.ok() ? *std::move(result) : core::CheckResult();
}

std::vector<Finding> ErrorsOf(const core::CheckResult& result) {
  std::vector<Finding> errors;
  for (const Finding& finding : result.findings) {
    if (finding.severity() == SEVERITY_ERROR) errors.push_back(finding);
  }
  return errors;
}

// The only hint for the only error.
Hint HintFor(const ReportBuilder& report) {
  const auto errors = ErrorsOf(Checked(report));
  EXPECT_THAT(errors, SizeIs(1));
  if (errors.size() != 1 || errors[0].hints_size() != 1) return {};
  return errors[0].hints(0);
}

std::string CorrectionOf(const Hint& hint) {
  if (hint.corrections().empty()) return "none";
  const auto& first = hint.corrections(0);
  return first.figure().text() + " → " + first.text();
}

TEST(Hints, NameLastYearsWholeAsTheBase) {
  const Hint hint =
      HintFor(ReportBuilder()
                  .Text("在校生[3686人|全日制在校生数|students]，上年"
                        "[3612人|全日制在校生数|students|2020年]。")
                  .Text("住校生[2960人|住校生]，占在校生的[81.95%|占比]。"));
  EXPECT_EQ(CorrectionOf(hint), "81.95% → 80.30%");
  EXPECT_EQ(hint.slip(), Slip::SLIP_STALE_DENOMINATOR);
  EXPECT_EQ(hint.source().value(), "3612");
  EXPECT_EQ(hint.message().zh(),
            "第2行81.95%应为80.30%：原数是以上年的全日制在校生数3612人为分母算"
            "出的；改后1条不成立的关系都成立。");
  EXPECT_EQ(hint.message().en(),
            "81.95% (line 2) should read 80.30%: it was divided by last "
            "year's Students 3612人; 1 relation(s) that did not hold then "
            "hold.");
}

TEST(Hints, NameTheNewFigureAsTheBaseOfAGrowth) {
  const Hint hint =
      HintFor(ReportBuilder().Text("证书[1036人|证书人数]，比2020年的"
                                   "[962人|证书人数||2020年]增加"
                                   "[74人|证书人数变化||||方向=增加]，增长"
                                   "[7.14%|证书人数变化||||方向=增加]。"));
  EXPECT_EQ(CorrectionOf(hint), "7.14% → 7.69%");
  EXPECT_EQ(hint.slip(), Slip::SLIP_NEW_AS_BASE);
}

TEST(Hints, CorrectTheOddOneOfManyPlaces) {
  const Hint hint =
      HintFor(ReportBuilder()
                  .Table(1, {{"指标", "2021年"},
                             {"毕业生总数", "[1176|毕业生总数|graduates||人]"}})
                  .Text("毕业生[1176人|毕业生总数|graduates]。")
                  .Text("毕业生[1167人|毕业生总数|graduates]。"));
  EXPECT_EQ(CorrectionOf(hint), "1167人 → 1176人");
  EXPECT_EQ(hint.slip(), Slip::SLIP_TRANSPOSED);
}

TEST(Hints, AreSilentWhereSeveralFiguresMayBeWrong) {
  const auto errors = ErrorsOf(Checked(
      ReportBuilder().Text("教职工[268人|教职工]，其中编内[251人|编内]，编外"
                           "[19人|编外]，余编[11人|余编]。")));
  ASSERT_THAT(errors, SizeIs(1));
  EXPECT_THAT(errors[0].hints(), IsEmpty());
}

// A slip in a count makes its share, its sum and its other place wrong; it is
// one finding, and only the count has to change.
TEST(Findings, HoldAllThatOneSlipBrings) {
  const auto result = Checked(
      ReportBuilder()
          .Table(1, {{"类别", "人数"},
                     {"本科", "[1284|本科|||人]"},
                     {"硕士", "[316|硕士|||人]"},
                     {"合计", "[1600|合计|||人]"}})
          .Text("学生[1600人|受训学生]，其中男生[1248人|男生]，占学生的"
                "[80.25%|占比]；男生[1248人|男生]和女生[316人|女生]。"));
  const auto errors = ErrorsOf(result);
  ASSERT_THAT(errors, SizeIs(1));
  ASSERT_THAT(errors[0].hints(), SizeIs(1));
  EXPECT_EQ(CorrectionOf(errors[0].hints(0)), "1248人 → 1284人");
  for (const Check& check : result.checks) {
    if (check.severity() != SEVERITY_ERROR) continue;
    EXPECT_EQ(check.finding(), errors[0].id());
  }
}

TEST(Findings, StandGravestFirst) {
  const auto result = Checked(
      ReportBuilder()
          .Text("毕业生[1664人|毕业生总数]，升入高校[1409人|升学人数]，占比"
                "[84.67%|占比]。")
          .Text("男生[60人|男生]，占[100人|学生]的[61.5%|占比]。"));
  for (std::size_t i = 1; i < result.findings.size(); ++i) {
    EXPECT_GE(result.findings[i - 1].severity(), result.findings[i].severity());
  }
}

TEST(OutcomeOf, IsNoPassWhereNothingWasDecided) {
  Check check;
  EXPECT_EQ(OutcomeOf({}), Outcome::OUTCOME_NOTHING_CHECKED);
  check.set_verdict(nianbao::validation::v1::VERDICT_UNDECIDED);
  EXPECT_EQ(OutcomeOf({check}), Outcome::OUTCOME_NOTHING_CHECKED);
  check.set_verdict(nianbao::validation::v1::VERDICT_CONSISTENT);
  EXPECT_EQ(OutcomeOf({check}), Outcome::OUTCOME_CLEAN);
  check.set_severity(nianbao::catalogue::v1::SEVERITY_QUERY);
  EXPECT_EQ(OutcomeOf({check}), Outcome::OUTCOME_QUERIES);
  check.set_severity(SEVERITY_ERROR);
  EXPECT_EQ(OutcomeOf({check}), Outcome::OUTCOME_ERRORS);
}

}  // namespace
}  // namespace nianbao::validation
