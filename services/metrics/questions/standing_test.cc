#include "services/metrics/questions/standing.h"

#include <gtest/gtest.h>

namespace nianbao::metrics {
namespace {

using core::Quantity;
using core::Rational;

// A figure printed to whole numbers, or exact.
Quantity Figure(int value, bool exact = true) {
  Quantity quantity;
  quantity.value = value;
  quantity.rounded = exact ? core::Interval::Point(value)
                           : core::Interval::Closed(Rational(2 * value - 1, 2),
                                                    Rational(2 * value + 1, 2));
  return quantity;
}

TEST(LinearQuantile, LiesBetweenFiguresInProportion) {
  EXPECT_EQ(LinearQuantile({1, 2, 3, 4}, Rational(1, 2)), Rational(5, 2));
  EXPECT_EQ(LinearQuantile({1, 2, 3, 4}, Rational(1, 4)), Rational(7, 4));
  EXPECT_EQ(LinearQuantile({7}, Rational(3, 4)), Rational(7));
  EXPECT_EQ(LinearQuantile({1, 9}, Rational(1)), Rational(9));
}

TEST(StandingOf, CountsThoseThatAreBetter) {
  const Standing standing =
      StandingOf(Figure(5), {Figure(7), Figure(5), Figure(3), Figure(1)}, 0);
  EXPECT_EQ(standing.rank, 2);
  EXPECT_EQ(standing.best, 2);
  EXPECT_EQ(standing.worst, 2);
  EXPECT_EQ(standing.percentile, Rational(125, 2));
}

TEST(StandingOf, RoundingLeavesTheRankOfNeighboursOpen) {
  const Standing standing =
      StandingOf(Figure(5, false),
                 {Figure(5, false), Figure(9, false), Figure(1, false)}, 0);
  EXPECT_EQ(standing.rank, 2);
  EXPECT_EQ(standing.best, 2);
  EXPECT_EQ(standing.worst, 3);
}

TEST(StandingOf, ABlankMayBeAnything) {
  const Standing standing = StandingOf(Figure(5), {Figure(3)}, 2);
  EXPECT_EQ(standing.rank, 1);
  EXPECT_EQ(standing.best, 1);
  EXPECT_EQ(standing.worst, 3);
  EXPECT_EQ(standing.least_percentile, Rational(100, 3));
  EXPECT_EQ(standing.greatest_percentile, Rational(100));
}

TEST(StandingOf, HasNoPercentileWithoutOthers) {
  EXPECT_FALSE(StandingOf(Figure(5), {}, 0).percentile.has_value());
}

}  // namespace
}  // namespace nianbao::metrics
