// Restatement, outliers and standards: what a report's surroundings decide.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "services/validation/check_document.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kTests[] = R"pb(
  outlier_tests {
    code: "history"
    title { zh: "与往年相比" en: "Against years" }
    against: AGAINST_HISTORY
    indicators: "students"
    least_values: 3
    deviations: "5"
    tolerance: "25"
    severity: SEVERITY_QUERY
    instruction { zh: "核对。" en: "Check." }
    reference: "经验"
    certainty: CERTAINTY_INFERRED
    examples {
      name: "usual"
      value: "110"
      others: [ "100", "101", "102" ]
      outcome: "usual"
    }
    examples {
      name: "unusual"
      value: "201"
      others: [ "100", "101", "102" ]
      outcome: "unusual"
    }
  }
  outlier_tests {
    code: "peers"
    title { zh: "与他校相比" en: "Against schools" }
    against: AGAINST_PEERS
    indicators: "ratio"
    least_values: 4
    deviations: "6"
    tolerance: "50"
    severity: SEVERITY_NOTE
    instruction { zh: "核对。" en: "Check." }
    reference: "经验"
    certainty: CERTAINTY_INFERRED
    examples {
      name: "usual"
      value: "15"
      others: [ "14", "15", "16", "17" ]
      outcome: "usual"
    }
    examples {
      name: "unusual"
      value: "150"
      others: [ "14", "15", "16", "17" ]
      outcome: "unusual"
    }
  }
  regions { code: "330000" name: "浙江省" }
  regions { code: "330800" name: "衢州市" parent: "330000" }
  standards {
    code: "standard_ratio_city"
    requirement: "standard_ratio"
    region: "330800"
    title { zh: "生师比不高于18" en: "At most 18 students per teacher" }
    expression: "ratio <= 18"
    reference: "市里的标准"
    certainty: CERTAINTY_DRAFT
    examples {
      name: "met"
      inputs { key: "ratio" value: "17" }
      verdict: "consistent"
    }
  }
)pb";

const core::Catalogue& Catalogue() {
  static const auto catalogue = SmallCatalogueWith(kTests);
  return *catalogue;
}

// This year's report with last year's column.
ReportBuilder Report(const std::string& last = "4852",
                     const std::string& now = "4902",
                     const std::string& ratio = "18.29:1") {
  ReportBuilder report;
  report.Heading("1", "学生情况")
      .Table(1, {{"指标", "2020年", "2021年"},
                 {"在校生", "[" + last + "|全日制在校生数|students|2020年|人]",
                  "[" + now + "|全日制在校生数|students||人]"},
                 {"生师比", "", "[" + ratio + "|生师比|ratio||/]"}});
  return report;
}

// Facts of another report, in the notation of ReportBuilder.
OtherSubmission Other(const std::string& edition, const std::string& text) {
  ReportBuilder report;
  report.Text(text);
  return {"editions/" + edition + "/submissions/3633000001/versions/1", edition,
          std::stoi(edition), report.facts()};
}

Surroundings Earlier(const std::vector<OtherSubmission>& earlier) {
  Surroundings surroundings;
  surroundings.earlier = earlier;
  return surroundings;
}

core::CheckResult Checked(const ReportBuilder& report,
                          const Surroundings& surroundings) {
  auto result = CheckDocument(Catalogue(), "2021", report.document(),
                              report.facts(), surroundings);
  EXPECT_TRUE(result.ok()) << result.status();
  return *std::move(result);
}

std::vector<Check> OfKind(const core::CheckResult& result,
                          const std::string& kind) {
  std::vector<Check> checks;
  for (const Check& check : result.checks) {
    if (check.kind() == kind) checks.push_back(check);
  }
  return checks;
}

Check Restated(const std::string& column, const std::string& before) {
  const auto checks = OfKind(
      Checked(Report(column), Earlier({Other("2020", before)})), "restatement");
  EXPECT_EQ(checks.size(), 1U);
  return checks.empty() ? Check() : checks[0];
}

TEST(Restatement, IsAQueryWithBothPlacesWhereLastYearsReportSaysOtherwise) {
  const Check check =
      Restated("4852", "在校生[4825人|全日制在校生数|students|2020年]。");
  EXPECT_EQ(Shown(check), "restatement contradicted 4852人 | 4825人");
  EXPECT_EQ(check.severity(), SEVERITY_QUERY);
  EXPECT_EQ(check.message().zh(),
            "全日制在校生数2020年的数与上年报告不一致：上年栏写4852人，上年报告"
            "写4825人（editions/2020/submissions/3633000001/versions/1第1行）。"
            "（第3行）");
  EXPECT_FALSE(check.instruction().zh().empty());
  ASSERT_EQ(check.operands_size(), 2);
  EXPECT_EQ(check.operands(0).place().line(), 3);
  EXPECT_FALSE(check.operands(1).has_place());
  EXPECT_EQ(check.operands(1).submission(),
            "editions/2020/submissions/3633000001/versions/1");
  EXPECT_EQ(check.operands(1).submission_place().line(), 1);
}

TEST(Restatement, FitsWhereItIsTheSameFigure) {
  EXPECT_EQ(Restated("4852", "在校生[4852人|全日制在校生数|students|2020年]。")
                .verdict(),
            VERDICT_CONSISTENT);
}

// Last year's report gives it twice: the column may restate either.
TEST(Restatement, TakesWhatComesNearestOfSeveral) {
  EXPECT_EQ(Restated("4852",
                     "在校生[4825人|全日制在校生数|students|2020年]，即"
                     "[4852人|全日制在校生数|students|2020年]。")
                .verdict(),
            VERDICT_CONSISTENT);
}

TEST(Restatement, IsUndecidedBesideAnApproximateFigure) {
  const Check check =
      Restated("4852", "在校生[约4000人|全日制在校生数|students|2020年]。");
  EXPECT_EQ(check.verdict(), VERDICT_UNDECIDED);
  EXPECT_EQ(check.reason().zh(), "其中有约数。");
}

// The running text of this year may speak of something narrower.
TEST(Restatement, LooksAtTheColumnOnly) {
  ReportBuilder report;
  report.Text("上年在校生[4852人|全日制在校生数|students|2020年]。");
  const auto result = Checked(
      report,
      Earlier({Other("2020", "[4825人|全日制在校生数|students|2020年]")}));
  EXPECT_THAT(OfKind(result, "restatement"), ElementsAre());
}

std::string WhySkipped(const core::CheckResult& result,
                       const std::string& code) {
  for (const auto* entries :
       {&result.coverage.stated(), &result.coverage.rules()}) {
    for (const auto& entry : *entries) {
      if (entry.code() == code) return entry.skipped().zh();
    }
  }
  return "not in the ledger";
}

TEST(Surroundings, TheLedgerSaysWhatWasNotCompared) {
  const auto alone = Checked(Report(), {});
  EXPECT_EQ(WhySkipped(alone, "restatement"), "没有本校上一年度的报送可比。");
  EXPECT_EQ(WhySkipped(alone, "history"), "可比的数不足3个，未作比较。");
  // The submission of 2019 says nothing of the column of 2020.
  const auto gap = Checked(
      Report(), Earlier({Other("2019", "[1人|毕业生总数|graduates|2019年]")}));
  EXPECT_EQ(WhySkipped(gap, "restatement"), "没有本校上一年度的报送可比。");
}

Surroundings FourYears() {
  return Earlier({Other("2020", "[4852人|全日制在校生数|students|2020年]"),
                  Other("2019",
                        "[4790人|全日制在校生数|students|2019年]，上年"
                        "[4700人|全日制在校生数|students|2018年]")});
}

TEST(Outliers, AFigureFarFromTheSchoolsOwnYearsIsAQueryWithoutVerdict) {
  const auto usual = OfKind(Checked(Report(), FourYears()), "outlier");
  ASSERT_EQ(usual.size(), 1U);
  EXPECT_EQ(usual[0].severity(), SEVERITY_UNSPECIFIED);
  const auto far =
      OfKind(Checked(Report("4852", "9402"), FourYears()), "outlier");
  ASSERT_EQ(far.size(), 1U);
  EXPECT_EQ(far[0].rule(), "history");
  EXPECT_EQ(far[0].verdict(), VERDICT_UNSPECIFIED);
  EXPECT_EQ(far[0].severity(), SEVERITY_QUERY);
  EXPECT_EQ(far[0].message().zh(),
            "全日制在校生数2021年9402人，与本校往年相差较大：往年3个数的中位数"
            "为4790，常见范围[3592.5, 5987.5]。（第3行）");
}

TEST(Outliers, APeersFigureIsComparedWithoutTheApproximateOnes) {
  Surroundings surroundings;
  for (const std::string ratio : {"14.2:1", "15.1:1", "16.4:1", "17.3:1"}) {
    surroundings.peers.push_back(
        Other("2021", "[" + ratio + "|生师比|ratio||/]"));
  }
  const auto far = OfKind(
      Checked(Report("4852", "4902", "182.9:1"), surroundings), "outlier");
  ASSERT_EQ(far.size(), 1U);
  EXPECT_EQ(far[0].rule(), "peers");
  EXPECT_EQ(far[0].severity(), SEVERITY_NOTE);
  EXPECT_THAT(far[0].message().zh(), HasSubstr("4所学校的中位数为15.75"));
  surroundings.peers[0] = Other("2021", "[约14|生师比|ratio||/]");
  EXPECT_EQ(OfKind(Checked(Report("4852", "4902", "182.9:1"), surroundings),
                   "outlier")
                .size(),
            0U);
}

TEST(Standards, TheRegionsOwnGoesBeforeTheGeneralOne) {
  const auto codes = [](const std::string& region) {
    Surroundings surroundings;
    surroundings.school.region = region;
    std::vector<std::string> codes;
    for (const Check& check :
         OfKind(Checked(Report(), surroundings), "standard")) {
      codes.push_back(check.rule());
      if (check.rule() == "standard_ratio_city") {
        // 18.29 misses it, but nobody vouches for the limit.
        EXPECT_EQ(check.severity(), SEVERITY_NOTE);
      }
    }
    std::sort(codes.begin(), codes.end());
    return codes;
  };
  EXPECT_THAT(codes(""), ElementsAre("standard_ratio", "standard_students"));
  EXPECT_THAT(codes("330800"),
              ElementsAre("standard_ratio_city", "standard_students"));
}

}  // namespace
}  // namespace nianbao::validation
