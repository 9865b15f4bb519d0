#include "services/report/marked_runs.h"

#include <string>

#include "gtest/gtest.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Run;

core::Runs RunsOf(const std::vector<std::string>& texts) {
  core::Runs runs;
  int line = 0;
  for (const std::string& text : texts) {
    Run& run = *runs.Add();
    run.set_text(text);
    run.mutable_place()->set_line(++line);
  }
  return runs;
}

Mark MarkOf(int begin, int end, const std::string& fact) {
  Mark mark;
  mark.begin = begin;
  mark.end = end;
  mark.fact = fact;
  return mark;
}

// Runs as "text[fact]" in a line.
std::string Show(const core::Runs& runs) {
  std::string shown;
  for (const Run& run : runs) {
    shown += run.text() + (run.fact().empty() ? "" : "[" + run.fact() + "]");
    shown += "|";
  }
  return shown;
}

TEST(SplitRuns, CutsAtTheFigure) {
  EXPECT_EQ(Show(SplitRuns(RunsOf({"在校生20人。"}), {MarkOf(9, 14, "f1")})),
            "在校生|20人[f1]|。|");
}

TEST(SplitRuns, FigureOverTwoLinesIsTwoRuns) {
  const auto runs = SplitRuns(RunsOf({"共1", "2人"}), {MarkOf(3, 8, "f1")});
  EXPECT_EQ(Show(runs), "共|1[f1]|2人[f1]|");
  EXPECT_EQ(runs[1].place().line(), 1);
  EXPECT_EQ(runs[2].place().line(), 2);
  EXPECT_EQ(runs[2].place().begin(), 4);
  EXPECT_EQ(runs[2].place().end(), 8);
}

TEST(SplitRuns, NeighbouringFiguresStayApart) {
  EXPECT_EQ(Show(SplitRuns(RunsOf({"1:2"}),
                           {MarkOf(0, 1, "f1"), MarkOf(1, 3, "f2")})),
            "1[f1]|:2[f2]|");
}

TEST(SplitRuns, LeavesOutMarksThatDoNotFit) {
  EXPECT_EQ(Show(SplitRuns(RunsOf({"在校"}), {MarkOf(1, 3, "f1")})), "在校|");
  EXPECT_EQ(Show(SplitRuns(RunsOf({"在校"}), {MarkOf(3, 9, "f1")})), "在校|");
  EXPECT_EQ(Show(SplitRuns(RunsOf({"在校"}), {MarkOf(-3, 3, "f1")})), "在校|");
}

TEST(MarkBlock, CountsHeadingsFromTheirNumber) {
  Block block;
  block.set_id("b1");
  block.mutable_heading()->set_number("1.");
  *block.mutable_heading()->mutable_runs() = RunsOf({"共3人"});
  nianbao::document::v1::Document document;
  *document.add_blocks() = block;
  const core::BlockIndex index(document);
  core::Facts facts;
  facts.Add()->set_id("f1");
  auto& place = *facts[0].mutable_place();
  place.set_block("b1");
  place.set_begin(6);  // behind "1. 共"
  place.set_end(10);
  EXPECT_EQ(Show(MarkBlock(block, Marks(index, facts)).heading().runs()),
            "共|3人[f1]|");
}

TEST(Marks, OverlappingFiguresKeepTheFirstAndAllFindings) {
  nianbao::document::v1::Document document;
  document.add_blocks()->set_id("b1");
  const core::BlockIndex index(document);
  core::Facts facts;
  for (int i = 0; i < 2; ++i) {
    auto& fact = *facts.Add();
    fact.set_id("f" + std::to_string(i + 1));
    fact.mutable_place()->set_block("b1");
    fact.mutable_place()->set_begin(i);
    fact.mutable_place()->set_end(4);
  }
  Marks marks(index, facts);
  nianbao::validation::v1::Check check;
  check.set_id("c1");
  check.set_severity(nianbao::catalogue::v1::SEVERITY_ERROR);
  check.add_operands()->set_fact("f2");
  marks.Add({check});
  ASSERT_EQ(marks.OfText("b1").size(), 1U);
  EXPECT_EQ(marks.OfText("b1")[0].fact, "f1");
  EXPECT_EQ(marks.OfText("b1")[0].findings, std::vector<std::string>{"c1"});
  EXPECT_EQ(marks.OfText("b1")[0].style,
            nianbao::document::v1::Run::STYLE_ERROR);
}

}  // namespace
}  // namespace nianbao::report
