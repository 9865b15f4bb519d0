#include "services/validation/check_document.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::validation::v1::Coverage;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

core::CheckResult Checked(const ReportBuilder& report) {
  auto result = CheckDocument(SmallCatalogue(), "2021", report.document(),
                              report.facts());
  EXPECT_TRUE(result.ok()) << result.status();
  return result.ok() ? *std::move(result) : core::CheckResult();
}

std::vector<Check> OfRule(const core::CheckResult& result,
                          const std::string& rule) {
  std::vector<Check> checks;
  for (const Check& check : result.checks) {
    if (check.rule() == rule) checks.push_back(check);
  }
  return checks;
}

const Coverage::Entry* Entry(const core::CheckResult& result,
                             const std::string& code) {
  for (const auto& entry : result.coverage.rules()) {
    if (entry.code() == code) return &entry;
  }
  return nullptr;
}

ReportBuilder Table(const std::string& students = "4902",
                    const std::string& ratio = "18.29:1") {
  ReportBuilder report;
  report.Heading("1.2", "学生情况")
      .Table(1,
             {{"指标", "2020年", "2021年"},
              {"在校生", "[4852|全日制在校生数|students|2020年|人]",
               "[" + students + "|全日制在校生数|students||人]"},
              {"教师", "", "[268|专任教师总数|teachers||人]"},
              {"生师比", "", "[" + ratio + "|生师比|ratio||/]"},
              {"生均占地", "", "[51.00|生均校园占地面积|area_each||平方米]"}});
  return report;
}

TEST(CheckRules, RecomputesWithUnitsConverted) {
  const auto result = Checked(Table().Text("占地[430亩|校园占地面积|area]。"));
  const auto checks = OfRule(result, "area_each_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]),
            "recompute contradicted 51.00平方米 | "
            "286666.67÷4902=58.48");
  EXPECT_EQ(checks[0].severity(), SEVERITY_QUERY);
  EXPECT_EQ(checks[0].message().zh(),
            "生均占地可重算（2021年）不成立：应有生均校园占地面积 = "
            "校园占地面积÷全日制在校生数；填报51.00平方米，计算"
            "286666.67÷4902=58.48（真值范围[58.4115, 58.5475]）。"
            "（见第3、6、7行）");
  EXPECT_EQ(checks[0].instruction().zh(), "核对面积和人数。");
  EXPECT_EQ(checks[0].operands(0).role(), "left");
  EXPECT_EQ(checks[0].operands(1).label(), "校园占地面积");
}

TEST(CheckRules, RecomputesAnotherPrintOfTheFigure) {
  const auto result = Checked(Table().Text("生师比[18.3:1|生师比|ratio||/]。"));
  std::vector<std::string> shown;
  for (const Check& check : OfRule(result, "ratio_recomputed")) {
    shown.push_back(Shown(check));
  }
  EXPECT_THAT(shown,
              ElementsAre("recompute consistent 18.29:1 | 4902÷268=18.29",
                          "recompute consistent 18.3:1 | 4902÷268=18.29"));
}

// A paragraph that states both figures is held to them, though a table has
// another one for the school.
TEST(CheckRules, HoldsAParagraphToItsOwnFigures) {
  const auto orders = [](const std::string& text) {
    ReportBuilder report;
    report.Table(
        1, {{"指标", "2021年"}, {"教师", "[268|专任教师总数|teachers||人]"}});
    std::vector<std::string> shown;
    for (const Check& check :
         OfRule(Checked(report.Text(text)), "teachers_within_students")) {
      shown.push_back(Shown(check));
    }
    return shown;
  };
  const std::string students = "在校生[490人|全日制在校生数|students]";
  // As near as this, it is a slip of the table's figure or of its own.
  EXPECT_THAT(orders("教师[286人|专任教师总数|teachers]，在校生"
                     "[280人|全日制在校生数|students]。"),
              ElementsAre("order consistent 268人 | 280",
                          "order contradicted 286人 | 280"));
  // So far off it may be of others.
  EXPECT_THAT(orders("教师[520人|专任教师总数|teachers]，" + students + "。"),
              ElementsAre("order consistent 268人 | 490"));
  EXPECT_THAT(orders(students + "。"),
              ElementsAre("order consistent 268人 | 490"));
}

TEST(CheckRules, NotesRounding) {
  const auto checks =
      OfRule(Checked(Table("4902", "18.28:1")), "ratio_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].severity(), SEVERITY_NOTE);
}

TEST(CheckRules, JudgesEachFigureOfMany) {
  const auto result = Checked(
      Table()
          .Text("毕业生[1474人|毕业生总数|graduates]。")
          .Table(1, {{"专业", "就业率"},
                     {"护理", "[97.5|就业率|placement||%|专业=护理]"},
                     {"建筑", "[99.95|就业率|placement||%|专业=建筑]"}}));
  const auto checks = OfRule(result, "placement_attainable");
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(Shown(checks[0]),
            "attainability consistent 97.5% | 1437÷1474=97.49%");
  EXPECT_EQ(Shown(checks[1]), "attainability contradicted 99.95% | ≤1474");
  EXPECT_EQ(checks[1].message().zh(),
            "就业率可得出（2021年）：人数≤1474时，没有整数人数能得出99.95%。"
            "（见第7、10行）");
}

// The graduates of the major are a closer group than all graduates.
TEST(CheckRules, JudgesAPartByItsOwnFigures) {
  const auto result =
      Checked(Table()
                  .Text("毕业生[1474人|毕业生总数|graduates]。")
                  .Table(1, {{"专业", "毕业生", "就业率"},
                             {"竹编", "[27|毕业生总数|graduates||人|专业=竹编]",
                              "[98.60|就业率|placement||%|专业=竹编]"}}));
  const auto checks = OfRule(result, "placement_attainable");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]), "attainability contradicted 98.60% | ≤27");
}

// 82.53% of at most 118 graduates could be a share cut off behind its decimals;
// but of the 17 that the column divides by it is none at all.
TEST(CheckRules, GuessNoBaseWhereAColumnIsTheBase) {
  const auto row = [](const std::string& major, const std::string& graduates,
                      const std::string& people, const std::string& rate) {
    return std::vector<std::string>{
        major,
        "[" + graduates + "|毕业生总数|graduates||人|专业=" + major + "]",
        "[" + people + "|直接就业人数|||人|专业=" + major + "]",
        "[" + rate + "|就业率|placement||%|专业=" + major + "]"};
  };
  const auto result =
      Checked(Table().Table(1, {{"专业", "毕业生", "直接就业", "对口率"},
                                row("竹编", "117", "24", "87.50"),
                                row("漆艺", "131", "36", "91.67"),
                                row("陶艺", "127", "21", "80.95"),
                                row("刺绣", "144", "24", "91.67"),
                                row("剪纸", "118", "17", "82.53")}));
  for (const auto& check : OfRule(result, "placement_attainable")) {
    EXPECT_EQ(check.verdict(), core::Verdict::VERDICT_CONSISTENT);
  }
  EXPECT_EQ(std::count_if(result.checks.begin(), result.checks.end(),
                          [](const auto& check) {
                            return check.kind() == "attainability" &&
                                   check.verdict() ==
                                       core::Verdict::VERDICT_CONTRADICTED;
                          }),
            1);
}

TEST(CheckRules, StayOpenWhereOnlyTheYearOfATextMayBeWrong) {
  ReportBuilder report;
  report
      .Text(
          "生师比[18.29:1|生师比|ratio|2020年|/]，教师"
          "[268人|专任教师总数|teachers|2020年]，在校生"
          "[4852人|全日制在校生数|students|2020年]。")
      .Text("在校生[4902人|全日制在校生数|students]。");
  const auto checks = OfRule(Checked(report), "ratio_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].verdict(), core::Verdict::VERDICT_UNDECIDED);
}

TEST(CheckRules, StayOpenWhereUnitsDoNotConvert) {
  const auto checks =
      OfRule(Checked(Table().Text("占地[430册|校园占地面积|area]。")),
             "area_each_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].verdict(), core::Verdict::VERDICT_UNDECIDED);
  EXPECT_EQ(checks[0].reason().zh(),
            "校园占地面积填作430册，单位与指标不符，不能换算。");
}

// With the other stated figure the rule holds: which is meant is not settled.
TEST(CheckRules, StayOpenWhereTheReportGivesTwoFigures) {
  const auto checks = OfRule(
      Checked(Table("4092").Text("在校生[4902人|全日制在校生数|students]。")),
      "ratio_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].verdict(), core::Verdict::VERDICT_UNDECIDED);
  EXPECT_EQ(checks[0].reason().zh(),
            "报告中全日制在校生数另有4902人，取这个数字时成立；先统一该指标。");
}

// A table of the annex counted other graduates than the sentence; the rate of
// the sentence went unchecked, though its own numbers stand beside it.
TEST(CheckRules, TakeTheFigureThatStandsBesideTheOneJudged) {
  ReportBuilder report;
  report
      .Text(
          "在校生[4902人|全日制在校生数|students]，教师"
          "[268人|专任教师总数|teachers]，生师比[18.29:1|生师比|ratio||/]。")
      .Table(1, {{"指标", "2021年"},
                 {"在校生", "[4092|全日制在校生数|students||人]"}});
  const auto checks = OfRule(Checked(report), "ratio_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].verdict(), core::Verdict::VERDICT_CONSISTENT);
  EXPECT_EQ(checks[0].operands(1).value(), "4902");
}

TEST(CheckRules, TakePupilsOfTheNewestSchoolYearWhereTheYearHasNone) {
  ReportBuilder report;
  report.Text(
      "在校生[4902人|全日制在校生数|students|2020学年]，上年"
      "[4852人|全日制在校生数|students|2019学年]，教师"
      "[268人|专任教师总数|teachers]，生师比[18.10:1|生师比|ratio||/]。");
  const auto checks = OfRule(Checked(report), "ratio_recomputed");
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].verdict(), core::Verdict::VERDICT_CONTRADICTED);
  EXPECT_EQ(checks[0].operands(1).value(), "4902");
}

TEST(Coverage, SaysWhatRanAndWhatWasSkipped) {
  const auto result = Checked(Table());
  const auto* ran = Entry(result, "ratio_recomputed");
  ASSERT_NE(ran, nullptr);
  EXPECT_EQ(ran->ran(), 1);
  EXPECT_FALSE(ran->has_skipped());
  const auto* blank = Entry(result, "area_each_recomputed");
  ASSERT_NE(blank, nullptr);
  EXPECT_EQ(blank->skipped().zh(), "2021年未填：校园占地面积。");
  EXPECT_EQ(blank->skipped().en(), "Blank in 2021: Campus area.");
  EXPECT_EQ(Entry(result, "placement_attainable")->skipped().zh(),
            "所用指标均未填报。");
  EXPECT_EQ(result.coverage.rules_size(), 4);
  EXPECT_EQ(result.coverage.facts_total(), 5);
  EXPECT_EQ(result.coverage.facts_checked(), 3);
}

TEST(Coverage, CountsStatedRelationsByKind) {
  const auto result = Checked(Table().Text(
      "教师[268人|专任教师总数|teachers]，其中男[100人|男]，女[168人|女]。"));
  ASSERT_EQ(result.coverage.stated_size(), 3);
  EXPECT_EQ(result.coverage.stated(0).code(), "same_concept");
  EXPECT_EQ(result.coverage.stated(1).code(), "sum");
  EXPECT_EQ(result.coverage.stated(1).ran(), 1);
  EXPECT_EQ(result.coverage.stated(2).code(), "restatement");
  EXPECT_EQ(result.coverage.stated(2).skipped().zh(),
            "没有本校上一年度的报送可比。");
}

TEST(Coverage, NamesRulesOfOtherEditions) {
  const ReportBuilder report = Table();
  const auto result = CheckDocument(SmallCatalogue(), "2020", report.document(),
                                    report.facts());
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(Entry(*result, "teachers_within_students")->skipped().zh(),
            "不适用于2020版。");
}

TEST(Standards, AreQueriesWhereMissedAndHaveNoVerdict) {
  const auto met = OfRule(Checked(Table()), "standard_ratio");
  ASSERT_EQ(met.size(), 1U);
  EXPECT_EQ(met[0].verdict(), VERDICT_UNSPECIFIED);
  EXPECT_EQ(met[0].severity(), SEVERITY_UNSPECIFIED);
  const auto missed =
      OfRule(Checked(Table("5896", "22.00:1")), "standard_ratio");
  ASSERT_EQ(missed.size(), 1U);
  EXPECT_EQ(missed[0].verdict(), VERDICT_UNSPECIFIED);
  EXPECT_EQ(missed[0].severity(), SEVERITY_QUERY);
  EXPECT_EQ(missed[0].message().zh(),
            "生师比不高于20：22.00:1，未达标（≤20）。（第5行）");
}

TEST(Standards, SayWhereTheirFiguresAreBlank) {
  ReportBuilder report;
  report.Text("教师[268人|专任教师总数|teachers]。");
  const auto blank = OfRule(Checked(report), "standard_students");
  ASSERT_EQ(blank.size(), 1U);
  EXPECT_EQ(blank[0].severity(), SEVERITY_UNSPECIFIED);
  EXPECT_EQ(blank[0].reason().zh(),
            "在校生不少于1200人：2021年未填报所用数字，未判定。");
}

std::vector<std::string> Missing(const ReportBuilder& report) {
  std::vector<std::string> missing;
  for (const Check& check : Checked(report).checks) {
    if (check.kind() != "outline" || !check.operands().empty()) continue;
    EXPECT_EQ(check.severity(), SEVERITY_QUERY);
    EXPECT_EQ(check.verdict(), VERDICT_UNSPECIFIED);
    missing.push_back(check.message().zh());
  }
  return missing;
}

TEST(Outline, NamesMissingSections) {
  EXPECT_THAT(Missing(Table()), ElementsAre("缺少规定的部分：国际合作。"));
}

TEST(Outline, KnowsAliasesAndHeadingsInTheText) {
  ReportBuilder report;
  report.Heading("一、", "学生规模及结构")
      .Text("5.2 国际合作与交流情况。在校生[4902人|全日制在校生数|students]。");
  EXPECT_THAT(Missing(report), ElementsAre());
}

TEST(CheckDocument, NumbersChecksInDocumentOrder) {
  const auto result = Checked(
      Table().Text("教师[268人|专任教师总数|teachers]，其中男[100人|男]，女"
                   "[168人|女]。"));
  int last_line = 0;
  for (std::size_t i = 0; i < result.checks.size(); ++i) {
    const Check& check = result.checks[i];
    EXPECT_EQ(check.id(), "c" + std::to_string(i + 1));
    if (check.operands().empty()) continue;
    EXPECT_GE(check.operands(0).place().line(), last_line);
    last_line = check.operands(0).place().line();
  }
}

TEST(CheckDocument, IsDeterministic) {
  const ReportBuilder report = Table().Text("占地[430亩|校园占地面积|area]。");
  const auto once = Checked(report);
  const auto again = Checked(report);
  ASSERT_EQ(once.checks.size(), again.checks.size());
  for (std::size_t i = 0; i < once.checks.size(); ++i) {
    EXPECT_EQ(once.checks[i].SerializeAsString(),
              again.checks[i].SerializeAsString());
  }
}

TEST(CheckDocument, RefusesAnUnknownEditionAndNoFacts) {
  const ReportBuilder report = Table();
  const auto unknown = CheckDocument(SmallCatalogue(), "1999",
                                     report.document(), report.facts());
  EXPECT_EQ(unknown.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(unknown.status().message()),
              ::testing::HasSubstr("1999"));
  const auto empty =
      CheckDocument(SmallCatalogue(), "2021", report.document(), {});
  EXPECT_EQ(empty.status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(CheckDocument, ChecksFactsWithoutADocument) {
  ReportBuilder report = Table();
  core::Facts facts = report.facts();
  for (auto& fact : facts) fact.clear_place();
  const auto result =
      CheckDocument(SmallCatalogue(), "2021", document::v1::Document(), facts);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(OfRule(*result, "ratio_recomputed").size(), 1U);
  for (const Check& check : result->checks) {
    EXPECT_THAT(check.kind(), Not("outline"));
  }
}

}  // namespace
}  // namespace nianbao::validation
