#include "services/core/rational.h"

#include <gtest/gtest.h>

namespace nianbao::core {
namespace {

TEST(Rational, TakesFloorAndCeilingBelowZeroToo) {
  EXPECT_EQ(Floor(Rational(7, 2)), 3);
  EXPECT_EQ(Floor(Rational(-7, 2)), -4);
  EXPECT_EQ(Floor(Rational(-4)), -4);
  EXPECT_EQ(Ceiling(Rational(7, 2)), 4);
  EXPECT_EQ(Ceiling(Rational(-7, 2)), -3);
  EXPECT_EQ(Ceiling(Rational(0)), 0);
}

TEST(Rational, HasPowersOfTenBothWays) {
  EXPECT_EQ(PowerOfTen(0), 1);
  EXPECT_EQ(PowerOfTen(8), 100000000);
  EXPECT_EQ(PowerOfTen(-3), Rational(1, 1000));
}

TEST(Rational, StaysExactInLongSums) {
  Rational sum = 0;
  for (int i = 0; i < 1000; ++i) sum += Rational(1, 3) + PowerOfTen(-10);
  EXPECT_EQ(sum, Rational(1000, 3) + PowerOfTen(-7));
}

TEST(Rational, PrintsDecimalsWhereTheyEnd) {
  EXPECT_EQ(ToText(Rational(1, 8)), "0.125");
  EXPECT_EQ(ToText(Rational(-5)), "-5");
  EXPECT_EQ(ToText(Rational(23, 7)), "23/7");
  EXPECT_EQ(ToText(Rational(-1, 3)), "-1/3");
  EXPECT_EQ(ToText(PowerOfTen(-12)), "0.000000000001");
  EXPECT_EQ(ToText(PowerOfTen(-13)), "1/10000000000000");
}

TEST(Rational, PrintsRoundedWithoutTrailingZeros) {
  EXPECT_EQ(ToRoundedText(Rational(361, 10), 3), "36.1");
  EXPECT_EQ(ToRoundedText(Rational(100), 2), "100");
  EXPECT_EQ(ToRoundedText(Rational(2, 3), 2), "0.67");
  EXPECT_EQ(ToRoundedText(Rational(-1, 1000), 2), "0");
}

}  // namespace
}  // namespace nianbao::core
