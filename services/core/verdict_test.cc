#include "services/core/verdict.h"

#include <gtest/gtest.h>

#include <string>

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

Quantity Of(const std::string& value, const std::string& unit,
            Hedge hedge = Hedge::HEDGE_UNSPECIFIED) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit(unit);
  figure.set_hedge(hedge);
  return QuantityOf(figure).value();
}

// The interval of part / whole in percent, both exact.
Interval Share(int part, int whole) {
  return Interval::Point(Rational(part * 100, whole));
}

Verdict Attainable(const std::string& percent, const Integer& whole) {
  return JudgeAttainable(Of(percent, "%"), Interval::Point(Rational(whole)));
}

TEST(Verdict, RoundedShareIsConsistent) {
  EXPECT_EQ(JudgeEqual(Of("84.68", "%"), Share(1409, 1664)),
            VERDICT_CONSISTENT);
  EXPECT_EQ(JudgeEqual(Of("85", "%"), Share(1409, 1664)), VERDICT_CONSISTENT);
}

TEST(Verdict, TruncatedShareIsRoundedDifferently) {
  EXPECT_EQ(JudgeEqual(Of("84.67", "%"), Share(1409, 1664)),
            VERDICT_ROUNDED_DIFFERENTLY);
}

TEST(Verdict, WrongShareIsContradicted) {
  EXPECT_EQ(JudgeEqual(Of("36.19", "%"), Share(96, 268)), VERDICT_CONTRADICTED);
}

TEST(Verdict, CountsAreNeverRoundedDifferently) {
  EXPECT_EQ(JudgeEqual(Of("268", "人"), Interval::Point(268)),
            VERDICT_CONSISTENT);
  EXPECT_EQ(JudgeEqual(Of("268", "人"), Interval::Point(269)),
            VERDICT_CONTRADICTED);
}

TEST(Verdict, VagueHedgesRefuteNothing) {
  EXPECT_EQ(
      JudgeEqual(Of("300", "人", Hedge::HEDGE_ABOUT), Interval::Point(900)),
      VERDICT_UNDECIDED);
  EXPECT_EQ(
      JudgeEqual(Of("300", "人", Hedge::HEDGE_MORE), Interval::Point(900)),
      VERDICT_CONTRADICTED);
}

TEST(Verdict, JudgesTwoComputedSides) {
  const Interval low = Interval::Closed(1, 2);
  const Interval high = Interval::Closed(2, 3);
  EXPECT_EQ(Judge(low, Operator::kEqual, high), VERDICT_CONSISTENT);
  EXPECT_EQ(Judge(high, Operator::kAtMost, low), VERDICT_CONSISTENT);
  EXPECT_EQ(Judge(high, Operator::kLess, low), VERDICT_CONTRADICTED);
  EXPECT_EQ(Judge(low, Operator::kGreater, high), VERDICT_CONTRADICTED);
  EXPECT_EQ(Judge(Interval::Point(1), Operator::kAtLeast, high),
            VERDICT_CONTRADICTED);
}

TEST(Verdict, PercentNeedsAWholeLargeEnough) {
  EXPECT_EQ(Attainable("99.96", 1664), VERDICT_CONTRADICTED);
  EXPECT_EQ(Attainable("99.96", 3000), VERDICT_CONSISTENT);
  EXPECT_EQ(Attainable("33.33", 3), VERDICT_CONSISTENT);
  EXPECT_EQ(Attainable("33.33", 2), VERDICT_CONTRADICTED);
  EXPECT_EQ(Attainable("0", 1), VERDICT_CONSISTENT);
  EXPECT_EQ(Attainable("100", 1), VERDICT_CONSISTENT);
}

TEST(Verdict, TruncatedPercentIsAttainable) {
  // 2 / 3 printed without rounding.
  EXPECT_EQ(Attainable("66.66", 3), VERDICT_ROUNDED_DIFFERENTLY);
}

TEST(Verdict, AlmostAllIsNotAllTruncated) {
  EXPECT_EQ(Attainable("99.99", 1664), VERDICT_CONTRADICTED);
  EXPECT_EQ(Attainable("0.01", 1664), VERDICT_CONTRADICTED);
}

TEST(Verdict, NoWholeAttainsMoreThanAll) {
  EXPECT_EQ(Attainable("100.51", 1000000), VERDICT_CONTRADICTED);
  EXPECT_EQ(Attainable("-3.00", 1000000), VERDICT_CONTRADICTED);
}

TEST(Verdict, ShareOfNobodyIsUndecided) {
  EXPECT_EQ(Attainable("50", 0), VERDICT_UNDECIDED);
  EXPECT_EQ(JudgeAttainable(Of("50", "%"), Interval::Everything()),
            VERDICT_UNDECIDED);
}

TEST(Verdict, OpenEndOfTheWholeIsNotReached) {
  const Interval below{{}, {Rational(3), true}};
  EXPECT_EQ(JudgeAttainable(Of("33.33", "%"), below), VERDICT_CONTRADICTED);
}

// Every fraction of every group tried one by one.
bool AttainableByTrial(const Quantity& percent, int whole) {
  for (int n = 1; n <= whole; ++n) {
    for (int k = 0; k <= n; ++k) {
      if (percent.rounded.Contains(Rational(k * 100, n))) return true;
    }
  }
  return false;
}

TEST(Verdict, AttainabilityAgreesWithTrial) {
  for (int tenths = 0; tenths <= 1000; tenths += 7) {
    const std::string printed =
        std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    const Quantity percent = Of(printed, "%");
    for (const int whole : {1, 2, 3, 7, 19}) {
      EXPECT_EQ(JudgeAttainable(percent, Interval::Point(whole)) ==
                    VERDICT_CONSISTENT,
                AttainableByTrial(percent, whole))
          << printed << " of " << whole;
    }
  }
}

TEST(Verdict, AttainabilityOfHugeWholesIsQuick) {
  // One step at a time, this would take as many steps as the digits say.
  const Integer huge("1000000000000000000000000000000");
  EXPECT_EQ(Attainable("99.9999999999999999999999999", huge),
            VERDICT_CONSISTENT);
  EXPECT_EQ(Attainable("0.0000000000000000000000001", Integer(1) << 80),
            VERDICT_CONTRADICTED);
}

TEST(Verdict, PrintsOperatorsAsWritten) {
  EXPECT_STREQ(ToText(Operator::kEqual), "=");
  EXPECT_STREQ(ToText(Operator::kAtMost), "<=");
  EXPECT_STREQ(ToText(Operator::kAtLeast), ">=");
  EXPECT_STREQ(ToText(Operator::kLess), "<");
  EXPECT_STREQ(ToText(Operator::kGreater), ">");
}

}  // namespace
}  // namespace nianbao::core
