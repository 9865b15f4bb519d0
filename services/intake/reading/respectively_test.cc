#include "services/intake/reading/respectively.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DealtOut, CountsTheFiguresBehindIt) {
  const Chars text("男生、女生分别占60%和40%，共100人。");
  const auto numbers = ScanNumbers(text, TestLexicon());
  ASSERT_EQ(numbers.size(), 3U);
  const auto second = DealtOut(text, numbers, 1);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->index, 1);
  EXPECT_EQ(second->count, 2);
  EXPECT_FALSE(DealtOut(text, numbers, 2).has_value());
}

TEST(ItemsBefore, GivesEachItemTheWordsOfTheLast) {
  const Chars text("语文、数学、英语合格率分别为");
  EXPECT_THAT(ItemsBefore(text, text.size() - 3),
              ElementsAre(U"语文合格率", U"数学合格率", U"英语合格率"));
}

TEST(ItemsBefore, FindsNoneBehindAnEmptyItem) {
  const Chars text("，分别为");
  EXPECT_THAT(ItemsBefore(text, 1), IsEmpty());
}

}  // namespace
}  // namespace nianbao::intake
