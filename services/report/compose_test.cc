#include "services/report/compose.h"

#include <map>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/report/test_material.h"
#include "tests/testing/golden.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;
using nianbao::fact::v1::Fact;
// Test has a member of the plain name.
using TextRun = nianbao::document::v1::Run;
using nianbao::report::v1::REPORT_KIND_FINDINGS;
using nianbao::report::v1::REPORT_KIND_SCHOOL;
using nianbao::report::v1::ReportKind;
using ::testing::AnyOf;
using ::testing::HasSubstr;

Document Composed(ReportKind kind) {
  const auto catalogue = TestCatalogue();
  const auto document = Compose(*catalogue, OrderOf(kind), TestMaterial());
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? *document : Document();
}

core::Runs AllRuns(const Document& document) {
  core::Runs runs;
  for (const Block& block : document.blocks()) {
    runs.MergeFrom(block.heading().runs());
    runs.MergeFrom(block.paragraph().runs());
    runs.MergeFrom(block.notice().title());
    for (const auto& line : block.notice().lines()) {
      runs.MergeFrom(line.runs());
    }
    for (const auto& row : block.table().rows()) {
      for (const auto& cell : row.cells()) runs.MergeFrom(cell.runs());
    }
  }
  return runs;
}

std::string AllText(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks()) {
    text += core::TextOf(block) + "\n";
    for (const auto& line : block.notice().lines()) {
      text += core::TextOf(line.runs()) + "\n";
    }
  }
  return text;
}

TEST(Compose, FindingsReportIsAsInTheGoldenFile) {
  EXPECT_TRUE(testing::MatchesGolden(Composed(REPORT_KIND_FINDINGS),
                                     "tests/data/report/findings.textproto"));
}

TEST(Compose, PrintsEveryTableOfAnEditionThatHasSeveral) {
  const auto catalogue = TestCatalogue([](auto& content) {
    auto& edition = *content.mutable_editions(0);
    edition.clear_table_caption();
    for (const std::string code : {"students", "staff"}) {
      auto& table = *edition.add_tables();
      table.set_code(code);
      table.set_caption("附表 " + code);
    }
    for (auto& indicator : *content.mutable_indicators()) {
      for (auto& revision : *indicator.mutable_revisions()) {
        if (revision.position() == 0) continue;
        const bool staff =
            indicator.code() == "staff_total" || revision.position() > 5;
        revision.set_table(staff ? "staff" : "students");
        if (indicator.code() == "staff_total") revision.set_title("教职工数");
      }
    }
  });
  ASSERT_NE(catalogue, nullptr);
  const auto document =
      Compose(*catalogue, OrderOf(REPORT_KIND_SCHOOL), TestMaterial());
  ASSERT_TRUE(document.ok()) << document.status();
  std::map<std::string, std::string> first_rows;
  for (const Block& block : document->blocks()) {
    if (block.table().rows_size() < 2) continue;
    first_rows[block.table().caption()] =
        core::TextOf(block.table().rows(1).cells(1).runs());
  }
  EXPECT_EQ(first_rows["附表 students"], "全日制在校生数");
  EXPECT_EQ(first_rows["附表 staff"], "教职工数");
}

TEST(Compose, SchoolReportIsAsInTheGoldenFile) {
  EXPECT_TRUE(testing::MatchesGolden(Composed(REPORT_KIND_SCHOOL),
                                     "tests/data/report/school.textproto"));
}

TEST(Compose, GivesTheSameDocumentTwice) {
  EXPECT_EQ(Composed(REPORT_KIND_FINDINGS).SerializeAsString(),
            Composed(REPORT_KIND_FINDINGS).SerializeAsString());
  EXPECT_EQ(Composed(REPORT_KIND_SCHOOL).SerializeAsString(),
            Composed(REPORT_KIND_SCHOOL).SerializeAsString());
}

TEST(Compose, EveryFigureIsPrintedAsItsFactHasIt) {
  const auto catalogue = TestCatalogue();
  for (const auto kind : {REPORT_KIND_FINDINGS, REPORT_KIND_SCHOOL}) {
    const auto sources = SourcesOf(*catalogue, OrderOf(kind), TestMaterial());
    ASSERT_TRUE(sources.ok()) << sources.status();
    std::map<std::string, const Fact*> facts;
    for (const Fact& fact : *sources) facts[fact.id()] = &fact;
    for (const TextRun& run : AllRuns(Composed(kind))) {
      if (run.fact().empty()) continue;
      ASSERT_EQ(facts.count(run.fact()), 1U) << run.fact();
      const auto& figure = facts[run.fact()]->figure();
      if (run.text() == "2560") continue;  // 25600000元 in a 万元 row
      EXPECT_THAT(run.text(), AnyOf(figure.text(), figure.value()));
    }
  }
}

TEST(Compose, FindingsKeepTheSubmittedTextCharacterForCharacter) {
  const Material material = TestMaterial();
  const Document report = Composed(REPORT_KIND_FINDINGS);
  const core::BlockIndex blocks(report);
  for (const Block& block : material.document.blocks()) {
    const Block* copy = blocks.Find(block.id());
    ASSERT_NE(copy, nullptr) << block.id();
    EXPECT_EQ(core::TextOf(*copy), core::TextOf(block));
  }
}

TEST(Compose, JudgedFigureIsMarkedAndOthersOnlyCarryTheFinding) {
  std::map<std::string, TextRun> marked;
  for (const TextRun& run : AllRuns(Composed(REPORT_KIND_FINDINGS))) {
    if (run.findings_size() > 0) marked[run.fact()] = run;
  }
  EXPECT_EQ(marked["f3"].style(), TextRun::STYLE_ERROR);
  EXPECT_EQ(marked["f3"].findings(0), "d1");
  EXPECT_EQ(marked["f4"].style(), TextRun::STYLE_UNSPECIFIED);
  EXPECT_EQ(marked["f4"].findings(0), "d1");
  EXPECT_EQ(marked["f9"].style(), TextRun::STYLE_QUERY);
  EXPECT_EQ(marked["f15"].style(), TextRun::STYLE_UNSPECIFIED);
}

TEST(Compose, FindingsStandGravestFirstThenByPlace) {
  std::string order;
  const Document report = Composed(REPORT_KIND_FINDINGS);
  for (const Block& block : report.blocks()) {
    if (!block.notice().finding().empty()) {
      order += block.notice().finding() + " ";
    }
  }
  EXPECT_EQ(order, "d1 c2 c3 c8 c4 ");
}

TEST(Compose, SentencesWithABlankAreLeftOutAndOthersJoin) {
  const std::string text = AllText(Composed(REPORT_KIND_SCHOOL));
  EXPECT_THAT(text, HasSubstr("全日制在校生2050人，上年为2000人，增加50人。"
                              "教职员工总数150人，其中专任教师125人，与上年"
                              "持平。\n"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("纸质图书")));
}

TEST(Compose, EmptySectionStaysOnlyWhereItIsRequired) {
  const std::string text = AllText(Composed(REPORT_KIND_SCHOOL));
  EXPECT_THAT(text, HasSubstr("三、 面临挑战\n"
                              "提交的报告中没有这一部分；这是规定内容。"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("图书资源")));
}

TEST(Compose, ChaptersOutsideTheOutlineAreNamed) {
  EXPECT_THAT(AllText(Composed(REPORT_KIND_SCHOOL)),
              HasSubstr("正文没有收入：“校园文化”。"));
}

TEST(Compose, ContentsLeadToTheHeadings) {
  const Document report = Composed(REPORT_KIND_SCHOOL);
  const core::BlockIndex blocks(report);
  int entries = 0;
  for (const Block& block : report.blocks()) {
    if (block.paragraph().role() != Paragraph::ROLE_CONTENTS) continue;
    const auto& run = block.paragraph().runs(0);
    const Block* target = blocks.Find(run.place().block());
    ASSERT_NE(target, nullptr) << run.text();
    EXPECT_EQ(run.text(), target->heading().number() +
                              core::TextOf(target->heading().runs()));
    ++entries;
  }
  EXPECT_EQ(entries, 5);
}

TEST(Compose, EditionWithoutTableGivesOutlineAndSentences) {
  const auto catalogue = TestCatalogue();
  auto order = OrderOf(REPORT_KIND_SCHOOL);
  order.set_edition("2020");
  const auto report = Compose(*catalogue, order, TestMaterial());
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(AllText(*report), HasSubstr("全日制在校生2000人。"));
}

TEST(Compose, WorksWithNothingToReport) {
  const auto catalogue = TestCatalogue();
  for (const auto kind : {REPORT_KIND_FINDINGS, REPORT_KIND_SCHOOL}) {
    const auto report = Compose(*catalogue, OrderOf(kind), Material());
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_THAT(report->title(), HasSubstr("学校名称未写明"));
  }
}

TEST(Compose, RefusesUnknownEditionAndKind) {
  const auto catalogue = TestCatalogue();
  auto order = OrderOf(REPORT_KIND_SCHOOL);
  order.set_edition("1999");
  const auto edition = Compose(*catalogue, order, TestMaterial()).status();
  EXPECT_EQ(edition.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(core::GetErrorInfo(edition).reason, "UNKNOWN_EDITION");
  EXPECT_EQ(SourcesOf(*catalogue, order, TestMaterial()).status(), edition);
  const auto kind =
      Compose(*catalogue, OrderOf(nianbao::report::v1::REPORT_KIND_UNSPECIFIED),
              TestMaterial())
          .status();
  EXPECT_EQ(core::GetErrorInfo(kind).reason, "UNKNOWN_REPORT_KIND");
}

}  // namespace
}  // namespace nianbao::report
