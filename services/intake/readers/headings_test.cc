#include "services/intake/readers/headings.h"

#include "gtest/gtest.h"

namespace nianbao::intake {
namespace {

TEST(ParseHeading, ReadsEveryStyleOfNumber) {
  EXPECT_EQ(ParseHeading("第一章 学校概况")->style, NumberStyle::kChapter);
  EXPECT_EQ(ParseHeading("一、学校情况")->style, NumberStyle::kHanComma);
  EXPECT_EQ(ParseHeading("（二）师资队伍")->style, NumberStyle::kHanBracket);
  EXPECT_EQ(ParseHeading("3.教师队伍")->style, NumberStyle::kArabic);
  EXPECT_EQ(ParseHeading("1.2 学生情况")->style, NumberStyle::kArabicDotted);
  EXPECT_EQ(ParseHeading("(3)规范管理")->style, NumberStyle::kArabicBracket);
}

TEST(ParseHeading, PartsNumberFromWords) {
  const auto heading = ParseHeading("2.4 就业质量");
  ASSERT_TRUE(heading);
  EXPECT_EQ(heading->number, "2.4");
  EXPECT_EQ(heading->words, "就业质量");
  EXPECT_EQ(heading->depth, 2);
}

TEST(ParseHeading, LeavesRunningTextAlone) {
  EXPECT_FALSE(ParseHeading("1. 开足开齐各类课程。"));
  EXPECT_FALSE(ParseHeading("2021 年在校生共 4902 人"));
  EXPECT_FALSE(ParseHeading("13.85 万平方米"));
  EXPECT_FALSE(ParseHeading(
      "1.学校高度重视安全工作，以校园为重点，健全制度，落实责任，开展演练"));
}

}  // namespace
}  // namespace nianbao::intake
