#include "services/validation/code_checks.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;
using ::testing::ElementsAre;

constexpr char kTables[] = R"pb(
  code_tables {
    code: "major"
    title { zh: "专业目录" en: "Majors" }
    dimension: "专业"
    code_headings: "专业代码"
    name_headings: "专业名称"
    reference: "目录"
    certainty: CERTAINTY_DRAFT
    entries {
      code: "730301"
      name: "会计事务"
      valid_from: "2021-03-01"
      former_names: [ "会计", "会计电算化" ]
    }
    entries { code: "730701" name: "电子商务" valid_from: "2021-03-01" }
  }
  code_tables {
    code: "kind"
    title { zh: "办学类型" en: "Kinds" }
    dimension: "办学类型"
    reference: "说明"
    certainty: CERTAINTY_REPORTED
    complete: true
    entries { name: "职业高中" }
    entries { name: "中等技术学校" former_names: "中专" }
  }
)pb";

Checks ChecksOf(const ReportBuilder& report,
                const std::string& day = "2021-09-01") {
  static const auto catalogue = SmallCatalogueWith(kTables);
  Checks checks;
  CheckCodes(*catalogue, report.document(), report.facts(), day, checks);
  return checks;
}

std::vector<std::string> Told(const ReportBuilder& report,
                              const std::string& day = "2021-09-01") {
  std::vector<std::string> told;
  for (const Check& check : ChecksOf(report, day)) {
    EXPECT_EQ(check.kind(), "code");
    EXPECT_EQ(check.verdict(), VERDICT_UNSPECIFIED);
    told.push_back(check.message().zh());
  }
  return told;
}

ReportBuilder Major(const std::string& name) {
  ReportBuilder report;
  report.Text(name + "[97人|毕业生总数|graduates|||专业=" + name + "]。");
  return report;
}

TEST(CheckCodes, TellsAFormerNameOnceAsANoteOfADraft) {
  ReportBuilder report = Major("会计电算化");
  report.Text("招生[102人|招生数||||专业=会计电算化]。");
  EXPECT_THAT(Told(report),
              ElementsAre("专业目录：“会计电算化”是旧名，现称“会计事务”。"
                          "（第1行）"));
  EXPECT_EQ(ChecksOf(report)[0].severity(), SEVERITY_NOTE);
}

TEST(CheckCodes, AFormerNameWasRightBefore) {
  EXPECT_THAT(Told(Major("会计电算化"), "2020-09-01"), ElementsAre());
}

// Schools may offer majors outside the catalogue, and it is not all there.
TEST(CheckCodes, ANameThatAnIncompleteTableLacksSaysNothing) {
  EXPECT_THAT(Told(Major("黄杨木雕")), ElementsAre());
  EXPECT_THAT(Told(Major("会计事务")), ElementsAre());
}

TEST(CheckCodes, ANameThatACompleteTableLacksIsAQuery) {
  ReportBuilder report;
  report.Text(
      "[1所|学校数||||办学类型=职业学院]，[1所|学校数||||办学类型="
      "职业高中]。");
  EXPECT_THAT(Told(report), ElementsAre("办学类型中没有“职业学院”。（第1行）"));
  EXPECT_EQ(ChecksOf(report)[0].severity(), SEVERITY_QUERY);
}

TEST(CheckCodes, HoldsCodesAgainstTheNamesBesideThem) {
  ReportBuilder report;
  report.Table(1, {{"专业代码", "专业名称"},
                   {"730301", "会计事务"},
                   {"730301", "电子商务"},
                   {"730301", "会计事务（金税方向）"},
                   {"999999", "电子商务"},
                   {"合计", ""}});
  EXPECT_THAT(
      Told(report),
      ElementsAre("专业目录中代码730301是“会计事务”，表中写作“电子商务”。"
                  "（第3行）"));
}

}  // namespace
}  // namespace nianbao::validation
