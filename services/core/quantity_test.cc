#include "services/core/quantity.h"

#include <gtest/gtest.h>

#include <string>

#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

Figure MakeFigure(const std::string& value, const std::string& unit,
                  Hedge hedge = Hedge::HEDGE_UNSPECIFIED) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit(unit);
  figure.set_hedge(hedge);
  return figure;
}

Quantity Of(const std::string& value, const std::string& unit,
            Hedge hedge = Hedge::HEDGE_UNSPECIFIED) {
  return QuantityOf(MakeFigure(value, unit, hedge)).value();
}

std::string Rounded(const Quantity& quantity) {
  return ToText(quantity.rounded, 6);
}

std::string Hedged(const std::string& value, Hedge hedge) {
  return Rounded(Of(value, "人", hedge));
}

TEST(Quantity, CountsAreExact) {
  const Quantity students = Of("4902", "人");
  EXPECT_EQ(Rounded(students), "4902");
  EXPECT_EQ(ToText(students.loose, 6), "4902");
}

TEST(Quantity, PercentsHaveThePrecisionOfTheirLastDigit) {
  const Quantity share = Of("36.19", "%");
  EXPECT_EQ(Rounded(share), "[36.185, 36.195]");
  EXPECT_EQ(ToText(share.loose, 6), "[36.175, 36.205]");
  EXPECT_EQ(Rounded(Of("85", "%")), "[84.5, 85.5]");
  EXPECT_EQ(Rounded(Of("85.00", "%")), "[84.995, 85.005]");
}

TEST(Quantity, MoneyAndAreaAreNeverExact) {
  EXPECT_EQ(Rounded(Of("500", "元")), "[499.5, 500.5]");
  EXPECT_EQ(Rounded(Of("305", "亩")), "[304.5, 305.5]");
}

TEST(Quantity, TenThousandsTakeTheExactnessAway) {
  const Quantity books = Of("10.92", "万册");
  EXPECT_EQ(Rounded(books), "[10.915, 10.925]");
  const auto counted = Convert(books, "册");
  ASSERT_TRUE(counted);
  EXPECT_EQ(counted->value, 109200);
  EXPECT_EQ(Rounded(*counted), "[109150, 109250]");
  EXPECT_EQ(Rounded(Of("3", "万人")), "[2.5, 3.5]");
}

TEST(Quantity, ConvertsMuToSquareMetres) {
  const auto area = Convert(Of("305", "亩"), "平方米");
  ASSERT_TRUE(area);
  EXPECT_EQ(area->value, Rational(610000, 3));
  EXPECT_EQ(area->rounded.lower.value, Rational(609000, 3));
  EXPECT_EQ(area->unit, "平方米");
}

TEST(Quantity, RefusesToConvertAcrossDimensions) {
  EXPECT_FALSE(Convert(Of("5", "%"), "百分点"));
}

TEST(Quantity, RatiosAreTheirTellingSide) {
  EXPECT_EQ(Of("1:15.92", "").value, Rational(1592, 100));
  EXPECT_EQ(Rounded(Of("1:15.92", "")), "[15.915, 15.925]");
  EXPECT_EQ(Of("18.29:1", "").value, Rational(1829, 100));
  EXPECT_EQ(Rounded(Of("18:1", "")), "[17.5, 18.5]");
  EXPECT_EQ(Of("1:1", "").value, 1);
}

TEST(Quantity, RatiosOfTwoNumbersAreTheirQuotient) {
  const Quantity ratio = Of("3:2", "");
  EXPECT_EQ(ratio.value, Rational(3, 2));
  EXPECT_EQ(Rounded(ratio), "[1, 2.333333]");
}

TEST(Quantity, FractionsAreExact) {
  EXPECT_EQ(Of("2/3", "").value, Rational(2, 3));
  EXPECT_TRUE(Of("2/3", "").rounded.IsPoint());
  EXPECT_EQ(Of("1/3", "", Hedge::HEDGE_AT_LEAST).rounded.lower.value,
            Rational(1, 3));
  EXPECT_FALSE(QuantityOf(MakeFigure("2/0", "")).ok());
}

TEST(Quantity, HedgesWiden) {
  EXPECT_EQ(Hedged("3000", Hedge::HEDGE_MORE), "[3000, 4000)");
  EXPECT_EQ(Hedged("2560", Hedge::HEDGE_MORE), "[2560, 2570)");
  EXPECT_EQ(Hedged("5000", Hedge::HEDGE_ABOVE), "(5000, ∞)");
  EXPECT_EQ(Hedged("5000", Hedge::HEDGE_AT_LEAST), "[5000, ∞)");
  EXPECT_EQ(Hedged("5000", Hedge::HEDGE_BELOW), "(-∞, 5000)");
  EXPECT_EQ(Hedged("5000", Hedge::HEDGE_AT_MOST), "(-∞, 5000]");
  EXPECT_EQ(Hedged("5000", Hedge::HEDGE_NEARLY), "[4500, 5000]");
  EXPECT_EQ(Hedged("5000", Hedge::HEDGE_ABOUT), "[4500, 5500]");
}

TEST(Quantity, HedgedTenThousandsWidenInTheirUnit) {
  const Quantity money = Of("28928", "万元", Hedge::HEDGE_MORE);
  EXPECT_EQ(Rounded(money), "[28928, 28929)");
  EXPECT_EQ(Rounded(*Convert(money, "元")), "[289280000, 289290000)");
}

TEST(Quantity, HedgesOfDecreasesWidenAwayFromZero) {
  EXPECT_EQ(Hedged("-30", Hedge::HEDGE_MORE), "(-40, -30]");
  EXPECT_EQ(Hedged("-5", Hedge::HEDGE_NEARLY), "[-5, -4.5]");
  EXPECT_EQ(Hedged("-5", Hedge::HEDGE_ABOUT), "[-5.5, -4.5]");
  EXPECT_EQ(Hedged("0", Hedge::HEDGE_MORE), "[0, 1)");
}

TEST(Quantity, OnlyNearlyAndAboutAreVague) {
  EXPECT_TRUE(Of("5", "人", Hedge::HEDGE_ABOUT).vague);
  EXPECT_TRUE(Of("5", "人", Hedge::HEDGE_NEARLY).vague);
  EXPECT_FALSE(Of("5", "人", Hedge::HEDGE_MORE).vague);
  EXPECT_FALSE(Of("5", "人").vague);
}

TEST(Quantity, RefusesWhatIsNoNumber) {
  for (const std::string value : {"", "许多", "1:", ":5", "1:2:3", "3:0"}) {
    const auto quantity = QuantityOf(MakeFigure(value, "人"));
    ASSERT_FALSE(quantity.ok()) << value;
    EXPECT_EQ(GetErrorInfo(quantity.status()).reason, "NOT_A_NUMBER");
  }
}

}  // namespace
}  // namespace nianbao::core
