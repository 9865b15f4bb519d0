// Running text, headings and page ends from word boxes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "services/intake/readers/pdf/test_pages.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LayoutText, LinesOfAParagraphAreJoinedWithoutBlanks) {
  const auto document = DocumentOf({TestPage()
                                        .Line(0, "一、概况")
                                        .Line(1, FullLine())
                                        .Line(2, FullLine())
                                        .Line(3, "在校生4902人。")});
  EXPECT_THAT(
      Shown(document),
      ElementsAre("# 一、 概况", FullLine() + FullLine() + "在校生4902人。"));
  EXPECT_EQ(document.blocks(1).paragraph().runs_size(), 3);
}

TEST(LayoutText, IndentBeginsAParagraph) {
  TestPage page;
  page.Line(0, "一、概况").Line(1, FullLine()).Line(2, FullLine());
  page.Line(3, "教师232人，", true).Line(4, "下一段。", true);
  EXPECT_THAT(Shown(DocumentOf({page})),
              ElementsAre("# 一、 概况", FullLine() + FullLine(), "教师232人，",
                          "下一段。"));
}

TEST(LayoutText, ShortLineEndsAParagraph) {
  TestPage page;
  page.Line(0, "一、概况").Line(1, FullLine()).Line(2, "共12人。");
  page.Line(3, "共13人。");
  EXPECT_THAT(Shown(DocumentOf({page})),
              ElementsAre("# 一、 概况", FullLine() + "共12人。", "共13人。"));
}

TEST(LayoutText, SentenceGoesOnOverPageEndsAndRunsKnowTheirPages) {
  TestPage first;
  first.Line(-3, "某校年度报告").Line(0, "一、概况").Line(1, FullLine());
  first.Centre(300, 46, "- 1 -");
  TestPage second;
  second.Line(-3, "某校年度报告").Line(0, "人数为4902人。");
  second.Centre(300, 46, "- 2 -");
  const auto document = DocumentOf({first, second});
  EXPECT_THAT(Shown(document),
              ElementsAre("# 一、 概况", FullLine() + "人数为4902人。"));
  const auto& runs = document.blocks(1).paragraph().runs();
  EXPECT_EQ(runs[0].place().page(), 1);
  EXPECT_EQ(runs[1].place().page(), 2);
  EXPECT_EQ(runs[1].place().begin(), static_cast<int>(FullLine().size()));
}

TEST(LayoutText, BlankStandsBetweenWordsOfLettersOnly) {
  TestPage page;
  page.Line(0, "一、概况").Put(100, 1, "采用").Put(122, 1, "Moodle");
  page.Put(155, 1, "LMS")
      .Put(172, 1, "平台")
      .Put(193, 1, "12")
      .Put(205, 1, "个。");
  EXPECT_THAT(Shown(DocumentOf({page})),
              ElementsAre("# 一、 概况", "采用Moodle LMS平台12个。"));
}

TEST(LayoutText, MarkOfAListFarBeforeItsTextIsNoColumn) {
  TestPage page;
  page.Line(0, "一、概况").Put(100, 1, "1.").Put(130, 1, "教师232人。");
  page.Put(100, 2, "2.").Put(130, 2, "学生4902人。");
  EXPECT_THAT(Shown(DocumentOf({page})),
              ElementsAre("# 一、 概况", "1. 教师232人。", "2. 学生4902人。"));
}

TEST(LayoutText, EntriesOfATableOfContentsAreNoTable) {
  TestPage page;
  page.Line(0, "目录").Put(100, 1, "一、概况").Put(490, 1, "1");
  page.Put(100, 2, "二、学生").Put(490, 2, "3");
  page.Line(3, "一、概况").Line(4, "学生12人。");
  const auto document = DocumentOf({page});
  for (const auto& block : document.blocks()) EXPECT_FALSE(block.has_table());
}

TEST(LayoutText, PagesWithoutTextAreNamedInANote) {
  const auto document =
      DocumentOf({TestPage(), TestPage().Line(0, "共12人。"), TestPage()});
  ASSERT_EQ(document.blocks_size(), 2);
  ASSERT_TRUE(document.blocks(1).has_notice());
  EXPECT_EQ(document.blocks(1).notice().lines(0).runs(0).text(),
            "第 1、3 页没有可读的文字，可能是图片或空白页，没有读取。");
}

TEST(LayoutText, PagesOfPicturesGiveNoBlocks) {
  EXPECT_THAT(DocumentOf({TestPage(), TestPage()}).blocks(), IsEmpty());
}

// Running heads were looked for on all pages again for each page, and margins
// worked out anew: twenty thousand pages would have taken minutes.
TEST(LayoutText, TimeGrowsNoFasterThanPages) {
  TestPage page;
  page.Line(0, "临江职业学校年度报告").Line(10, "一、概况");
  page.Line(11, FullLine());
  const std::vector<TestPage> pages(6000, page);
  const std::clock_t start = std::clock();
  const auto document = DocumentOf(pages);
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 5);
  const auto& last = *document.blocks().rbegin();
  EXPECT_EQ(last.paragraph().runs().rbegin()->place().page(), 6000);
}

}  // namespace
}  // namespace nianbao::intake
