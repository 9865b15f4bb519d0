#include "services/core/outlier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nianbao::core {
namespace {

using ::testing::HasSubstr;

OutlierLimits Limits(const std::string& deviations,
                     const std::string& tolerance) {
  nianbao::catalogue::v1::OutlierTest test;
  test.set_least_values(3);
  test.set_deviations(deviations);
  test.set_tolerance(tolerance);
  return *OutlierLimits::Of(test);
}

TEST(Median, IsTheMiddleOrTheMeanOfTheMiddleTwo) {
  EXPECT_EQ(MedianOf({5}), 5);
  EXPECT_EQ(MedianOf({9, 1, 4}), 4);
  EXPECT_EQ(MedianOf({9, 1, 4, 7}), Rational(11, 2));
}

TEST(Outlier, MeasuresByMediansOfWhichAFewWrongFiguresMoveNone) {
  const auto usual = Limits("2", "0").Usual({100, 102, 104, 106, 1'000'000});
  ASSERT_TRUE(usual);
  EXPECT_EQ(usual->median, 104);
  EXPECT_EQ(usual->deviation, 2);
  EXPECT_TRUE(usual->range.Contains(100));
  EXPECT_TRUE(usual->range.Contains(108));
  EXPECT_FALSE(usual->range.Contains(109));
}

TEST(Outlier, ToleranceCoversFiguresThatAreAllTheSame) {
  const auto usual = Limits("5", "25").Usual({60, 60, 60});
  ASSERT_TRUE(usual);
  EXPECT_EQ(usual->deviation, 0);
  EXPECT_TRUE(usual->range.Contains(75));
  EXPECT_FALSE(usual->range.Contains(Rational(7501, 100)));
}

TEST(Outlier, SaysNothingOfTooFewFigures) {
  EXPECT_FALSE(Limits("5", "25").Usual({60, 61}));
  EXPECT_FALSE(Limits("5", "25").Usual({}));
}

TEST(Outlier, IsExactWhereBinaryFractionsAreNot) {
  const Rational tenth(1, 10);
  const auto usual = Limits("1", "0").Usual({tenth, 2 * tenth, 3 * tenth});
  ASSERT_TRUE(usual);
  EXPECT_TRUE(usual->range.Contains(3 * tenth));
}

TEST(Outlier, RefusesLimitsThatAreNone) {
  nianbao::catalogue::v1::OutlierTest test;
  test.set_deviations("viel");
  test.set_tolerance("10");
  EXPECT_FALSE(OutlierLimits::Of(test).ok());
  test.set_deviations("-1");
  EXPECT_THAT(std::string(OutlierLimits::Of(test).status().message()),
              HasSubstr("below zero"));
}

}  // namespace
}  // namespace nianbao::core
