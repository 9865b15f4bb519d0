#include "services/intake/readers/text_reader.h"

#include "gtest/gtest.h"
#include "services/core/document.h"
#include "services/core/errors.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Paragraph;

TEST(ReadText, JoinsASentenceThatAPageEndBroke) {
  const auto document = ReadText(
      "1.2 学生情况\n\n学校全年组织学生参加各类实习，其中参加顶岗实习的本地\n"
      "\n12\n\n就业学生 429 人。\n\n第二段。");
  ASSERT_EQ(document.blocks_size(), 3);
  const auto& runs = document.blocks(1).paragraph().runs();
  ASSERT_EQ(runs.size(), 2);
  EXPECT_EQ(core::TextOf(document.blocks(1)),
            "学校全年组织学生参加各类实习，其中参加顶岗实习的本地就业学生 429 "
            "人。");
  EXPECT_EQ(runs[1].place().line(), 7);
  EXPECT_EQ(runs[1].place().begin(), runs[0].place().end());
}

// A running head was read into the sentence that it broke.
TEST(ReadText, DropsRunningHeads) {
  std::string text = "1. 学校情况\n";
  for (const char* page : {"1", "2", "3"}) {
    text += "第" + std::string(page) +
            "学部全年组织学生参加各类实习，其中参加顶岗实习的学生\n\n— " +
            page + " —\n\n某校质量年度报告\n\n共有 429 人。\n";
  }
  const auto document = ReadText(text);
  ASSERT_EQ(document.blocks_size(), 4);
  EXPECT_EQ(core::TextOf(document.blocks(1)),
            "第1学部全年组织学生参加各类实习，其中参加顶岗实习的学生共有 429 "
            "人。");
}

TEST(ReadText, EndsTheContentsWhereAnEntryComesAgain) {
  const auto document = ReadText(
      "某校质量报告\n\n目录\n\n前言……1\n\n1. 学校情况…2\n\n1. 学校情况\n\n"
      "在校生5人。");
  const auto& last = document.blocks(document.blocks_size() - 2);
  EXPECT_TRUE(last.has_heading());
}

TEST(ReadText, LeavesHeadingsOutOfParagraphs) {
  const auto document =
      ReadText("一、学校情况\n1.学校概况\n学校创办多年。\n二、学生发展");
  ASSERT_EQ(document.blocks_size(), 4);
  EXPECT_EQ(document.blocks(0).heading().level(), 1);
  EXPECT_EQ(document.blocks(1).heading().level(), 2);
  EXPECT_EQ(document.blocks(3).heading().number(), "二、");
}

TEST(ReadText, MarksTitleAndContents) {
  const auto document = ReadText(
      "某某职业学校\n\n教育质量年度报告\n\n（2021年度）\n\n目录\n\n前言\n\n"
      "1. 学校情况\n\n前言\n\n正文在此。\n\n1. 学校情况\n\n正文。");
  EXPECT_EQ(document.title(), "某某职业学校教育质量年度报告");
  EXPECT_EQ(document.blocks(2).paragraph().role(), Paragraph::ROLE_SUBTITLE);
  EXPECT_EQ(document.blocks(4).paragraph().role(), Paragraph::ROLE_CONTENTS);
  EXPECT_TRUE(document.blocks(6).has_heading());
}

// A short report's first sentences were taken for its title page, and their
// figures were lost.
TEST(ReadText, TakesNoSentenceForATitle) {
  const auto document = ReadText("某校质量报告\n2021年\n在校生5人。");
  ASSERT_EQ(document.blocks_size(), 3);
  EXPECT_EQ(document.blocks(1).paragraph().role(), Paragraph::ROLE_SUBTITLE);
  EXPECT_EQ(document.blocks(2).paragraph().role(), Paragraph::ROLE_UNSPECIFIED);
}

TEST(ReadText, MakesOneTableOfRowsThatABlankLineParts) {
  const auto document = ReadText(
      "情况见下表：\n\n学生数\n专业\t人数\n护理\t90\n\n会计\t45\n\n完。");
  ASSERT_EQ(document.blocks_size(), 4);
  EXPECT_EQ(document.blocks(2).table().rows_size(), 3);
  EXPECT_EQ(document.blocks(2).table().caption(), "学生数");
  EXPECT_EQ(document.blocks(1).paragraph().role(), Paragraph::ROLE_CAPTION);
}

// Each row was made as wide as the table's widest, so a line of 4 kB and many
// short ones took gigabytes.
TEST(ReadText, OneWideRowDoesNotWidenManyShortOnes) {
  std::string text = "甲" + std::string(2000, '\t') + "乙\n";
  for (int i = 0; i < 2000; ++i) text += "护理\t90\n";
  const auto document = ReadText(text);
  int cells = 0;
  int rows = 0;
  for (const auto& block : document.blocks()) {
    rows += block.table().rows_size();
    for (const auto& row : block.table().rows()) cells += row.cells_size();
  }
  EXPECT_EQ(rows, 2001);
  EXPECT_LT(cells, 20'000);
}

// The rest of the run was tried again from each of its lines, so that a run
// twice as long took four times as long.
TEST(ReadText, FindsATableBehindManyLinesThatMakeNone) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += (i * i) % 7 < 3 ? "\t词\n" : "\t" + std::to_string(i) + "\n";
  }
  for (int i = 0; i < 300; ++i) text += "\t词语\n";
  for (int i = 1; i < 9; ++i) {
    text += "\t护理\n\t" + std::to_string(i) + "\n\t95%\n";
  }
  const auto document = ReadText(text);
  const auto& last = document.blocks(document.blocks_size() - 1);
  EXPECT_TRUE(last.has_table());
  EXPECT_GT(document.blocks_size(), 5000);
}

TEST(ReadText, TextsOfNoReportAreRefusedUnread) {
  EXPECT_TRUE(CheckTextSize(std::string(24 << 20, 'x')).ok());
  EXPECT_FALSE(CheckTextSize(std::string((24 << 20) + 1, 'x')).ok());
  for (const char mark : {'\n', '\t'}) {
    EXPECT_TRUE(CheckTextLines(std::string(400'000, mark)).ok());
    EXPECT_EQ(
        core::GetErrorInfo(CheckTextLines(std::string(400'001, mark))).reason,
        "FILE_TOO_LARGE");
  }
}

}  // namespace
}  // namespace nianbao::intake
