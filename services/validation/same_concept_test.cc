#include "services/validation/same_concept.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"
#include "services/validation/unit_slips.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_QUERY;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Same(const ReportBuilder& report) {
  return Found(report, FindSameConcepts);
}

ReportBuilder Annex(const std::string& cell) {
  ReportBuilder report;
  report.Table(1, {{"指标", "2021年"}, {"", cell}});
  return report;
}

TEST(SameConcept, AgreesInAllItsPlaces) {
  const auto checks =
      ChecksOf(Annex("[4902|全日制在校生数|students||人]")
                   .Text("在校生[4902人|全日制在校生数|students]。")
                   .Text("我校在校生[4902人|全日制在校生数|students]。"),
               FindSameConcepts);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]), "same_concept consistent 4902人 | 4902人");
  EXPECT_EQ(checks[0].operands_size(), 3);
  EXPECT_EQ(checks[0].message().zh(),
            "全日制在校生数（2021年）在3处一致：4902人。（见第2、3、4行）");
}

TEST(SameConcept, ContradictsAcrossBlocks) {
  const auto checks =
      ChecksOf(Annex("[1176|毕业生总数|graduates||人]")
                   .Text("毕业生[1176人|毕业生总数|graduates]。")
                   .Text("毕业生[1167人|毕业生总数|graduates]。"),
               FindSameConcepts);
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(Shown(checks[1]),
            "same_concept contradicted 1167人 / 1176人 | 1167人≠1176人");
  EXPECT_EQ(checks[1].operands_size(), 3);
}

// Far apart, two figures may be of different things; not where the text says
// that the table holds what it tells, and the table's rows make its total.
TEST(SameConcept, ContradictsTheTotalOfTheTableThatTheTextLeadsTo) {
  const auto report = [](const std::string& words, const std::string& last) {
    const auto row = [](const std::string& figure, const std::string& major) {
      return "[" + figure + "|毕业生总数|graduates||人|专业=" + major + "]";
    };
    return Same(ReportBuilder()
                    .Text("毕业生[651人|毕业生总数|graduates]，" + words)
                    .Text("表2 毕业生")
                    .Table(1, {{"专业", "毕业生"},
                               {"护理", row("90", "护理")},
                               {"会计", row("80", "会计")},
                               {"焊接", row(last, "焊接")},
                               {"", "[240|毕业生总数|graduates||人]"}}));
  };
  EXPECT_THAT(report("分专业见表2。", "70"),
              ElementsAre("same_concept contradicted 651人 / 240人 | "
                          "651人≠240人"));
  EXPECT_THAT(report("分专业如下。", "70"),
              ElementsAre("same_concept undecided 651人 / 240人 | "
                          "651人≠240人"));
  EXPECT_THAT(report("其中三年制见表2。", "70"),
              ElementsAre("same_concept undecided 651人 / 240人 | "
                          "651人≠240人"));
  EXPECT_THAT(report("分专业见表2。", "60"),
              ElementsAre("same_concept undecided 651人 / 240人 | "
                          "651人≠240人"));
}

TEST(SameConcept, KnowsAnotherPrecisionAndUnit) {
  EXPECT_THAT(Same(Annex("[18.29:1|生师比|ratio||/]")
                       .Text("生师比[18.3:1|生师比|ratio||/]。")),
              ElementsAre("same_concept consistent 18.29:1、18.3:1 | "
                          "18.29:1、18.3:1"));
  EXPECT_THAT(Same(Annex("[52000|电子图书数|e||册]")
                       .Text("电子图书[5.2万册|电子图书数|e]。")),
              ElementsAre("same_concept consistent 52000册、5.2万册 | "
                          "52000册、5.2万册"));
}

// Only the place outside the table could have cut off its last digit.
TEST(SameConcept, NotesALastDigitThatEitherPlaceCutOff) {
  EXPECT_THAT(Same(Annex("[5.2|电子图书数|e||万册]")
                       .Text("电子图书[52600册|电子图书数|e]。")),
              ElementsAre("same_concept rounded_differently 52600册 / 5.2万册 "
                          "| 52600册≠5.2万册"));
  EXPECT_THAT(Same(Annex("[52600|电子图书数|e||册]")
                       .Text("电子图书[5.2万册|电子图书数|e]。")),
              ElementsAre("same_concept rounded_differently 5.2万册 / 52600册 "
                          "| 5.2万册≠52600册"));
}

TEST(SameConcept, NotesADifferentLastDigit) {
  EXPECT_THAT(
      Same(
          Annex("[84.68|升学率|rate||%]").Text("升学率[84.67%|升学率|rate]。")),
      ElementsAre("same_concept rounded_differently 84.67% / 84.68% | "
                  "84.67%≠84.68%"));
}

TEST(SameConcept, HoldsHedgesAgainstTheExactFigure) {
  EXPECT_THAT(Same(Annex("[4902|全日制在校生数|students||人]")
                       .Text("在校生[近5000人|全日制在校生数|students]。")),
              ElementsAre("same_concept consistent 近5000人、4902人 | "
                          "近5000人、4902人"));
  const auto checks =
      ChecksOf(Annex("[4902|全日制在校生数|students||人]")
                   .Text("在校生[超过5000人|全日制在校生数|students]。"),
               FindSameConcepts);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]),
            "same_concept undecided 超过5000人 / 4902人 | "
            "超过5000人≠4902人");
}

TEST(SameConcept, KeepsYearsPeriodsAndDimensionsApart) {
  EXPECT_THAT(Same(Annex("[4902|全日制在校生数|students||人]")
                       .Text("上年[4852人|全日制在校生数|students|2020年]。")
                       .Text("学年[4800人|全日制在校生数|students|2021学年]。")
                       .Text("女生[2400人|全日制在校生数|students|||性别=女]。")
                       .Text("增加[50人|全日制在校生数变化||||方向=增加]。")),
              IsEmpty());
}

// Far apart, they are of two things; side by side, too.
TEST(SameConcept, AsksWhereTheFiguresMayBeOfTwoThings) {
  const auto far =
      ChecksOf(Annex("[3686|全日制在校生数|students||人]")
                   .Text("订单班在读学生[228人|全日制在校生数|students]。"),
               FindSameConcepts);
  ASSERT_EQ(far.size(), 1U);
  EXPECT_EQ(Shown(far[0]),
            "same_concept undecided 228人 / 3686人 | "
            "228人≠3686人");
  EXPECT_EQ(far[0].severity(), SEVERITY_QUERY);
  EXPECT_THAT(Same(ReportBuilder().Text(
                  "本科上线[166人|本科上线人数|line]，其中单招本科上线"
                  "[168人|本科上线人数|line]。")),
              ElementsAre("same_concept undecided 168人 / 166人 | "
                          "168人≠166人"));
  EXPECT_THAT(
      Same(Annex("[0|团队数|teams||个]").Text("团队[1个|团队数|teams]。")),
      ElementsAre("same_concept undecided 1个 / 0个 | 1个≠0个"));
}

TEST(SameConcept, ComparesFreeLabelsWithoutRefuting) {
  EXPECT_THAT(Same(ReportBuilder()
                       .Text("培训[2503人|社会培训人数]。")
                       .Text("培训[2503人|社会培训人数]。")),
              ElementsAre("same_concept consistent 2503人 | 2503人"));
  EXPECT_THAT(Same(ReportBuilder()
                       .Text("培训[2503人|社会培训人数]。")
                       .Text("培训[2305人|社会培训人数]。")),
              ElementsAre("same_concept undecided 2305人 / 2503人 | "
                          "2305人≠2503人"));
  // 人 and 人次 are two things, and short labels say too little.
  EXPECT_THAT(Same(ReportBuilder()
                       .Text("[2503人|社会培训人数]。")
                       .Text("[8052人次|社会培训人数]。")
                       .Text("[3项|获奖]。")
                       .Text("[5项|获奖]。")),
              IsEmpty());
}

TEST(SameConcept, KnowsRepeatedWords) {
  EXPECT_THAT(Same(ReportBuilder()
                       .Text("分布在宁波、杭州等地[40家|单位]单位。")
                       .Text("学生分布在宁波、杭州等地[40家|单位]单位。")
                       .Text("[40家|单位]企业。")),
              ElementsAre("same_concept consistent 40家 | 40家"));
}

TEST(UnitSlips, AreTenThousandTimesAnotherPlace) {
  const auto slips = [](const std::string& cell) {
    return Found(Annex("[" + cell + "|企业提供的实践教学设备总值|||万元]")
                     .Text("企业投放实践教学设备总值[386.5万元|"
                           "企业投放实践教学设备总值]。"),
                 FindUnitSlips);
  };
  EXPECT_THAT(slips("3865000"),
              ElementsAre("same_concept contradicted 3865000万元 / 386.5万元 | "
                          "3865000万元≠386.5万元"));
  EXPECT_THAT(slips("386.5"), IsEmpty());
  EXPECT_THAT(slips("4000000"), IsEmpty());
}

// A label that the catalogue knows counts as its indicator.
TEST(SameConcept, LinksByLabel) {
  EXPECT_THAT(Same(Annex("[1176|毕业生总数|graduates||人]")
                       .Text("[1167人|2021届毕业生]升学。")),
              ElementsAre("same_concept contradicted 1167人 / 1176人 | "
                          "1167人≠1176人"));
}

// 个 counts anything, people's posts too.
TEST(SameConcept, ComparesMeasureWordsOfOneIndicator) {
  const auto found = [](const std::string& posts) {
    return Same(Annex("[252|专任教师总数|teachers||人]")
                    .Text("核定[" + posts + "|专任教师总数|teachers]。"));
  };
  EXPECT_THAT(found("252个"), ElementsAre("same_concept consistent 252人、252个"
                                          " | 252人、252个"));
  EXPECT_THAT(found("255个"),
              ElementsAre("same_concept contradicted 255个 / 252人 | "
                          "255个≠252人"));
  EXPECT_THAT(found("12个"), IsEmpty());
}

TEST(SameConcept, KnowsAFreeNameInAnotherOrder) {
  const auto found = [](const std::string& other) {
    return Found(ReportBuilder()
                     .Text("初次就业的毕业生[135人|初次就业的毕业生]。")
                     .Table(1, {{"指标", "数"},
                                {"毕业生初次就业人数",
                                 "[" + other + "|毕业生初次就业人数]"}}),
                 FindSameConcepts);
  };
  EXPECT_THAT(found("135人"), SizeIs(1));
  // Another figure may be of another scope.
  EXPECT_THAT(found("153人"),
              ElementsAre("same_concept undecided 135人 / 153人 | "
                          "135人≠153人"));
}

TEST(SameConcept, KnowsPairsInOtherWords) {
  const auto found = [](const std::string& count) {
    return Found(
        ReportBuilder()
            .Text("全年[11个|专业试点]专业试点[12项|证书]技能证书。")
            .Text("先后[11个|参与]专业参与了[" + count + "|试点]证书的试点。"),
        FindSameConcepts);
  };
  EXPECT_THAT(found("12个"),
              ElementsAre("same_concept consistent 11个 | 11个",
                          "same_concept consistent 12项、12个 | 12项、12个"));
  EXPECT_THAT(found("15个"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
