#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/cli/print_checks.h"
#include "services/cli/print_computed.h"
#include "services/cli/print_reading.h"
#include "services/cli/quote.h"
#include "services/cli/tally.h"

namespace nianbao::cli {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;
using nianbao::validation::v1::Check;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const PrintStyle kPlain;
const PrintStyle kColoured{Language::kChinese, Paint(true)};
const PrintStyle kEnglish{Language::kEnglish, Paint(false)};

Block ParagraphOf(const std::string& text) {
  Block block;
  block.set_id("b1");
  block.mutable_paragraph()->add_runs()->set_text(text);
  return block;
}

Place PlaceOf(const std::string& text, const std::string& figure) {
  Place place;
  place.set_block("b1");
  place.set_line(115);
  place.set_begin(static_cast<int>(text.find(figure)));
  place.set_end(place.begin() + static_cast<int>(figure.size()));
  return place;
}

constexpr char kText[] =
    "教学班95个。住校生2960人，占在校生的81.95%，条件满足需要。另有走读生。";

TEST(Quote, IsTheSentenceWithTheFigureMarked) {
  EXPECT_EQ(QuoteOf(ParagraphOf(kText), PlaceOf(kText, "81.95%"), Paint(false)),
            "住校生2960人，占在校生的【81.95%】，条件满足需要。");
}

TEST(Quote, ColoursTheFigureInsteadOfBracketingIt) {
  const std::string quote =
      QuoteOf(ParagraphOf(kText), PlaceOf(kText, "81.95%"), Paint(true));
  EXPECT_THAT(quote, HasSubstr("\x1b[1;31m81.95%\x1b[0m"));
  EXPECT_THAT(quote, Not(HasSubstr("【")));
}

TEST(Quote, CutsLongSentencesBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "长";
  text += "7人";
  for (int i = 0; i < 100; ++i) text += "句";
  EXPECT_THAT(QuoteOf(ParagraphOf(text), PlaceOf(text, "7人"), Paint(false)),
              AllOf(::testing::StartsWith("…长"), HasSubstr("长【7人】句"),
                    ::testing::EndsWith("句…")));
}

TEST(Quote, IsWithoutMarkWhereThePlaceIsOutside) {
  Place place;
  place.set_begin(2);
  place.set_end(9999);
  EXPECT_EQ(QuoteOf(ParagraphOf("住校生2960人。"), place, Paint(false)),
            "住校生2960人。");
}

TEST(Quote, ShowsTheRowOfATable) {
  Block block;
  auto* row = block.mutable_table()->add_rows();
  int column = 0;
  for (const char* text : {"专任教师", "", "226", "232"}) {
    auto* cell = row->add_cells();
    cell->set_column(column++);
    if (*text != '\0') cell->add_runs()->set_text(text);
  }
  Place place;
  place.set_column(3);
  place.set_end(3);
  EXPECT_EQ(QuoteOf(block, place, Paint(false)), "专任教师｜226｜【232】");
  place.set_row(7);
  EXPECT_EQ(QuoteOf(block, place, Paint(false)), "");
}

Check WrongShare() {
  Check check;
  check.set_kind("share");
  check.set_verdict(nianbao::validation::v1::VERDICT_CONTRADICTED);
  check.set_severity(nianbao::catalogue::v1::SEVERITY_ERROR);
  check.mutable_message()->set_zh("2960÷3686=80.30%");
  check.mutable_message()->set_en("2960 of 3686 are 80.30%");
  auto* operand = check.add_operands();
  operand->set_text("81.95%");
  *operand->mutable_place() = PlaceOf(kText, "81.95%");
  auto* whole = check.add_operands();
  whole->set_label("在校生");
  whole->set_text("3686人");
  whole->mutable_place()->set_line(113);
  check.add_hints()->set_zh("分母用了上年在校生");
  check.mutable_instruction()->set_zh("核对分母");
  return check;
}

const Check kWrongShare = WrongShare();

// A finding of one check.
core::FindingGroup GroupOf(const Check& check) {
  core::FindingGroup group;
  group.head = &check;
  return group;
}

Reading ReadingOf(const std::string& text) {
  Reading reading;
  reading.edition = "2021";
  reading.document.set_title("年度报告");
  reading.document.mutable_source()->set_line_count(200);
  *reading.document.add_blocks() = ParagraphOf(text);
  return reading;
}

TEST(Finding, TellsPlaceKindQuoteMessageHintAndInstruction) {
  const Reading reading = ReadingOf(kText);
  const core::BlockIndex blocks(reading.document);
  EXPECT_EQ(FindingText(GroupOf(kWrongShare), 1, blocks, kPlain),
            "错误 1 · 第 115 行 · 占比与人数不符\n"
            "    “住校生2960人，占在校生的【81.95%】，条件满足需要。”\n"
            "    2960÷3686=80.30%\n"
            "    涉及的数：81.95%（第 115 行）；在校生 3686人（第 113 行）\n"
            "    可能：分母用了上年在校生\n"
            "    怎么办：核对分母\n");
}

TEST(Finding, HasTheMessagesTitleInItsHead) {
  Check check = WrongShare();
  check.mutable_message()->set_zh("分母不对：2960÷3686=80.30%");
  const Reading reading = ReadingOf(kText);
  EXPECT_THAT(FindingText(GroupOf(check), 1, core::BlockIndex(reading.document),
                          kPlain),
              AllOf(HasSubstr("错误 1 · 第 115 行 · 分母不对\n"),
                    HasSubstr("\n    2960÷3686=80.30%\n")));
}

TEST(Finding, LeavesOutFiguresThatTheQuotedLineShows) {
  Check check = WrongShare();
  check.mutable_operands(1)->mutable_place()->set_line(115);
  const Reading reading = ReadingOf(kText);
  EXPECT_THAT(FindingText(GroupOf(check), 1, core::BlockIndex(reading.document),
                          kPlain),
              Not(HasSubstr("涉及的数")));
}

TEST(Finding, SpeaksEnglishWhereAsked) {
  const Reading reading = ReadingOf(kText);
  const core::BlockIndex blocks(reading.document);
  EXPECT_THAT(FindingText(GroupOf(kWrongShare), 1, blocks, kEnglish),
              AllOf(HasSubstr("Error 1 · line 115 · share and counts disagree"),
                    HasSubstr("2960 of 3686 are 80.30%")));
}

TEST(Finding, OfNoPlaceIsAboutTheWholeReport) {
  Check check;
  check.set_kind("outline");
  check.set_severity(nianbao::catalogue::v1::SEVERITY_NOTE);
  const Reading reading = ReadingOf(kText);
  EXPECT_EQ(FindingText(GroupOf(check), 2, core::BlockIndex(reading.document),
                        kPlain),
            "提示 2 · 全文 · 缺少规定内容\n");
}

TEST(Finding, ListsItsConsequencesBelow) {
  const Check rule = [] {
    Check check = WrongShare();
    check.mutable_message()->set_zh("住校生比例（2021年）不成立：应有……");
    check.set_reported("81.95%");
    check.set_computed("80.3%");
    check.mutable_operands(0)->mutable_place()->set_line(476);
    return check;
  }();
  core::FindingGroup group = GroupOf(kWrongShare);
  group.finding.add_hints()->mutable_message()->set_zh("81.95%应为80.30%");
  group.consequences.push_back(&rule);
  const Reading reading = ReadingOf(kText);
  EXPECT_THAT(FindingText(group, 1, core::BlockIndex(reading.document), kPlain),
              HasSubstr("    可能：81.95%应为80.30%\n"
                        "    怎么办：核对分母\n"
                        "    由此还有 1 处不符，改正后一并消除或随之复核：\n"
                        "    · 第 476 行 · 住校生比例（2021年）不成立"
                        "（写81.95%，算得80.3%）\n"));
}

TEST(Checks, AreCountedInTheSummary) {
  core::CheckResult result;
  result.checks = {WrongShare(), WrongShare()};
  result.checks[1].set_verdict(nianbao::validation::v1::VERDICT_CONSISTENT);
  result.checks[1].clear_severity();
  result.coverage.add_rules();
  result.coverage.add_rules()->mutable_skipped()->set_zh("缺数据");
  result.coverage.set_facts_checked(3);
  result.coverage.set_facts_total(9);
  const std::string text =
      ChecksText("a/x.txt", ReadingOf(kText), result, kPlain);
  EXPECT_THAT(text, HasSubstr("a/x.txt · 年度报告 · 2021 年版 · 200 行\n"));
  EXPECT_THAT(text, HasSubstr("核对关系 2 条：一致 1，末位取舍不同 0，矛盾 1，"
                              "无法判断 0\n"));
  EXPECT_THAT(text, HasSubstr("3/9 个；"));
  EXPECT_THAT(text, HasSubstr("规则 2 条，其中 1 条没有条件执行（不算通过）："
                              "缺少其中某个数 1 条。\n"));
  EXPECT_THAT(text, HasSubstr("发现：错误 1，疑问 0，提示 0\n"));
}

TEST(Checks, SayWhenThereIsNothingToDo) {
  core::CheckResult result;
  result.outcome = nianbao::validation::v1::OUTCOME_CLEAN;
  EXPECT_THAT(ChecksText("x.txt", ReadingOf(kText), result, kPlain),
              HasSubstr("没有需要处理的问题。"));
}

TEST(Checks, TakeNothingCheckedForNoPass) {
  core::CheckResult result;
  result.outcome = nianbao::validation::v1::OUTCOME_NOTHING_CHECKED;
  EXPECT_THAT(ChecksText("x.txt", ReadingOf(kText), result, kPlain),
              HasSubstr("结论：没有一条关系得出结论，不能算通过。"));
}

TEST(Checks, CountWhatOneSlipBringsAsOneFinding) {
  core::CheckResult result;
  result.checks = {WrongShare(), WrongShare()};
  result.checks[0].set_id("c1");
  result.checks[1].set_id("c2");
  auto& finding = result.findings.emplace_back();
  finding.set_head("c1");
  finding.add_consequences("c2");
  finding.set_severity(nianbao::catalogue::v1::SEVERITY_ERROR);
  const std::string text =
      ChecksText("x.txt", ReadingOf(kText), result, kPlain);
  EXPECT_THAT(text, HasSubstr("矛盾 2，"));
  EXPECT_THAT(text, HasSubstr("发现：错误 1，"));
}

TEST(Checks, HaveNoEscapesWithoutColours) {
  core::CheckResult result;
  result.checks = {WrongShare()};
  const Reading reading = ReadingOf(kText);
  EXPECT_THAT(ChecksText("x.txt", reading, result, kPlain),
              Not(HasSubstr("\x1b")));
  EXPECT_THAT(ChecksText("x.txt", reading, result, kColoured),
              HasSubstr("\x1b[1;31m错误 1\x1b[0m"));
}

TEST(ReadingPage, CountsFactsByChapter) {
  Reading reading = ReadingOf(kText);
  auto* heading = reading.document.add_blocks();
  heading->set_id("b2");
  heading->mutable_heading()->set_level(1);
  heading->mutable_heading()->add_runs()->set_text("学校情况");
  *reading.document.add_blocks() = ParagraphOf("另一段");
  reading.document.mutable_blocks(2)->set_id("b3");
  for (const char* block : {"b3", "b3", "b1"}) {
    auto* fact = reading.facts.Add();
    fact->mutable_place()->set_block(block);
    fact->set_origin(nianbao::fact::v1::ORIGIN_TEXT);
    fact->set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  }
  reading.facts.Mutable(0)->set_concept_code("some_code");
  const std::string text = ReadingText("x.txt", reading, kPlain);
  EXPECT_THAT(text, HasSubstr("读出数据 3 个：正文 3，表格 0；其中 1 个对应 1 "
                              "项指标。\n"));
  EXPECT_THAT(text, HasSubstr("  （第一章之前）  1\n  学校情况        2\n"));
}

TEST(ComputedPage, ShowsFiguresStandardsAndGaps) {
  nianbao::metrics::v1::ComputeIndicatorsResponse computed;
  auto* fact = computed.add_facts();
  fact->set_label("生师比");
  fact->set_period("2021年");
  fact->mutable_figure()->set_value("15.89:1");
  auto* attainment = computed.add_attainments();
  attainment->mutable_title()->set_zh("生师比不高于20");
  attainment->set_state(nianbao::metrics::v1::Attainment::STATE_ATTAINED);
  attainment->set_value("15.89:1");
  auto* gap = computed.add_gaps();
  gap->set_indicator("some_code");
  gap->mutable_reason()->set_zh("缺在校生数");
  EXPECT_EQ(ComputedText(computed, kPlain),
            "计算指标 (1)\n"
            "  生师比  2021年  15.89:1\n"
            "办学标准 (1)\n"
            "  达标  生师比不高于20：15.89:1\n"
            "未能计算 (1)\n"
            "  some_code    缺在校生数\n");
}

}  // namespace
}  // namespace nianbao::cli
