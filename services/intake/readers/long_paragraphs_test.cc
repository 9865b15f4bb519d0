#include "services/intake/readers/long_paragraphs.h"

#include <string>

#include "gtest/gtest.h"
#include "services/core/document.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;

std::string Repeated(const std::string& unit, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += unit;
  return text;
}

Document Read(const std::string& text) {
  auto document = ReadFile("a.txt", text);
  EXPECT_TRUE(document.ok()) << document.status();
  return *std::move(document);
}

std::string AllText(const Document& document) {
  std::string text;
  for (const auto& block : document.blocks()) text += core::TextOf(block);
  return text;
}

TEST(SplitLongParagraphs, LeavesParagraphsOfReportsWhole) {
  EXPECT_EQ(Read(Repeated("学校有专任教师二百人。", 180)).blocks_size(), 1);
}

TEST(SplitLongParagraphs, CutsBehindSentencesAndLosesNothing) {
  const std::string text = Repeated("学校有专任教师201人，占75.6%。", 400);
  const Document document = Read(text);
  EXPECT_GT(document.blocks_size(), 2);
  EXPECT_EQ(AllText(document), text);
  for (const auto& block : document.blocks()) {
    const std::string piece = core::TextOf(block);
    EXPECT_LE(piece.size(), 6000U);
    EXPECT_EQ(piece.substr(0, 6), "学校");
    const auto& run = block.paragraph().runs(0);
    EXPECT_EQ(run.place().block(), block.id());
    EXPECT_EQ(run.place().end(), static_cast<int>(piece.size()));
    EXPECT_EQ(run.place().line(), 1);
  }
  EXPECT_EQ(document.blocks(0).id(), "b1");
  EXPECT_EQ(document.blocks(1).id(), "b1.2");
}

TEST(SplitLongParagraphs, CutsTextWithoutMarksBetweenCharacters) {
  for (const std::string unit : {"校", "5", "a", "5人"}) {
    const std::string text = Repeated(unit, 20'000);
    const Document document = Read("在" + text);
    EXPECT_GT(document.blocks_size(), 3);
    EXPECT_EQ(AllText(document), "在" + text);
    for (const auto& block : document.blocks()) {
      EXPECT_NE(core::TextOf(block)[0] & 0xC0, 0x80);
    }
  }
}

TEST(SplitLongParagraphs, KeepsTheLinesOfRuns) {
  // Long lines that end in no sentence are joined to one paragraph.
  const std::string line = Repeated("校", 100);
  const Document document = Read(Repeated(line + "\n", 50));
  EXPECT_EQ(AllText(document), Repeated(line, 50));
  int last = 0;
  for (const auto& block : document.blocks()) {
    int begin = 0;
    for (const auto& run : block.paragraph().runs()) {
      EXPECT_EQ(run.place().begin(), begin);
      begin = run.place().end();
      EXPECT_GE(run.place().line(), last);
      last = run.place().line();
    }
  }
  EXPECT_EQ(last, 50);
}

}  // namespace
}  // namespace nianbao::intake
