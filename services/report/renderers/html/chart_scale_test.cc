#include "services/report/renderers/html/chart_scale.h"

#include <string>

#include "gtest/gtest.h"
#include "services/report/renderers/html/chart_labels.h"
#include "services/report/renderers/html/markup.h"

namespace nianbao::report::html {
namespace {

std::string Ticks(const std::vector<core::Rational>& values) {
  std::string text;
  for (const auto& tick : ScaleOf(values).ticks) {
    text += core::ToText(tick) + " ";
  }
  return text;
}

TEST(ChartScale, TicksAreRoundNumbersAroundAllValues) {
  EXPECT_EQ(Ticks({3686, 1312}), "0 1000 2000 3000 4000 ");
  EXPECT_EQ(Ticks({97}), "0 50 100 ");
  EXPECT_EQ(Ticks({core::Rational(7, 1000)}), "0 0.002 0.004 0.006 0.008 ");
  EXPECT_EQ(Ticks({-3, 5}), "-4 -2 0 2 4 6 ");
}

TEST(ChartScale, HasAnAxisForNothing) {
  EXPECT_EQ(Ticks({}), "0 0.5 1 ");
  EXPECT_EQ(Ticks({0, 0}), "0 0.5 1 ");
}

TEST(LabelLines, BreaksBetweenCharactersAndEndsLongTextsWithDots) {
  EXPECT_EQ(LabelLines("在校生", 4), std::vector<std::string>{"在校生"});
  EXPECT_EQ(LabelLines("在校生数", 2),
            (std::vector<std::string>{"在校", "生数"}));
  EXPECT_EQ(LabelLines("一二三四五六七", 2),
            (std::vector<std::string>{"一二", "三四", "五六…"}));
  EXPECT_EQ(LabelLines("", 2), std::vector<std::string>{""});
}

TEST(Anchor, DifferentNamesGiveDifferentAnchors) {
  EXPECT_EQ(Anchor("a-", "b 1"), "a-b_201");
  EXPECT_EQ(Anchor("a-", "b_201"), "a-b_5f201");
}

}  // namespace
}  // namespace nianbao::report::html
