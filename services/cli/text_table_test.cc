#include "services/cli/text_table.h"

#include <gtest/gtest.h>

#include "services/cli/display_width.h"
#include "services/cli/progress.h"

namespace nianbao::cli {
namespace {

TEST(DisplayWidth, CountsTwoForChineseCharactersAndFullWidthSigns) {
  EXPECT_EQ(DisplayWidth("abc"), 3);
  EXPECT_EQ(DisplayWidth("年报（x）"), 9);
  EXPECT_EQ(DisplayWidth("“é”"), 3);
  EXPECT_EQ(DisplayWidth("\xE5\xB9"), 2);  // bytes that are no character
}

TEST(CutToWidth, CutsBetweenCharactersWithAnEllipsis) {
  EXPECT_EQ(CutToWidth("年报", 4), "年报");
  EXPECT_EQ(CutToWidth("年报表", 5), "年报…");
  EXPECT_EQ(CutToWidth("年报表", 4), "年…");
  EXPECT_EQ(CutToWidth("年报表", 0), "");
}

TEST(TextTable, AlignsByWidthAndEndsLinesWithoutSpaces) {
  TextTable table({Align::kLeft, Align::kRight, Align::kLeft});
  table.Add({"在校生", "3686", "人"});
  table.Add({"x", "1", ""});
  EXPECT_EQ(table.Text("  "), "  在校生  3686  人\n  x          1\n");
}

TEST(ProgressLine, KeepsTheStageWhereTheNameIsLong) {
  EXPECT_EQ(ProgressLine("2/3 · x.txt", "核对", "", 80), "2/3 · x.txt · 核对");
  EXPECT_EQ(ProgressLine("a-very-long-name.txt", "上传", "42%", 20),
            "a-very-… · 上传 42%");
}

}  // namespace
}  // namespace nianbao::cli
