#include "services/core/decimal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using ::testing::HasSubstr;

std::string Rounded(const Rational& value, int decimals) {
  return Decimal::Round(value, decimals).ToString();
}

TEST(Decimal, KeepsPrintedDecimals) {
  const auto number = Decimal::Parse("51.00");
  ASSERT_TRUE(number.ok());
  EXPECT_EQ(number->value(), 51);
  EXPECT_EQ(number->decimals(), 2);
  EXPECT_EQ(number->ToString(), "51.00");
}

TEST(Decimal, PrintsWhatItReads) {
  for (const std::string text :
       {"0", "7", "-125", "0.05", "-0.50", "28928.00", "0.000001",
        "123456789012345678901234567890.12"}) {
    const auto number = Decimal::Parse(text);
    ASSERT_TRUE(number.ok()) << text;
    EXPECT_EQ(number->ToString(), text);
  }
}

TEST(Decimal, ReadsPlusAndLeadingZeros) {
  EXPECT_EQ(Decimal::Parse("+5")->ToString(), "5");
  EXPECT_EQ(Decimal::Parse("007")->ToString(), "7");
  EXPECT_EQ(Decimal::Parse("-0.0")->ToString(), "0.0");
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const std::string text : {"", "-", "+", ".", ".5", "5.", "1.2.3",
                                 "1,000", "12a", " 1", "--1", "1e5", "５"}) {
    const auto number = Decimal::Parse(text);
    ASSERT_FALSE(number.ok()) << text;
    EXPECT_EQ(GetErrorInfo(number.status()).reason, "NOT_A_NUMBER");
    EXPECT_EQ(GetErrorInfo(number.status()).metadata["text"], text);
  }
}

TEST(Decimal, RefusesHostileLength) {
  EXPECT_TRUE(Decimal::Parse(std::string(100, '9')).ok());
  const auto number = Decimal::Parse(std::string(1 << 20, '9'));
  ASSERT_FALSE(number.ok());
  EXPECT_LT(number.status().message().size(), 300U);
}

TEST(Decimal, CutsLongTextsInMessagesBetweenCharacters) {
  std::string text = "1";
  for (int i = 0; i < 100; ++i) text += "万";
  const auto number = Decimal::Parse(text);
  EXPECT_EQ(GetErrorInfo(number.status()).metadata["text"],
            text.substr(0, 100));
}

TEST(Decimal, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(Rounded(Rational(1409 * 100, 1664), 2), "84.68");
  EXPECT_EQ(Rounded(Rational(5, 1000), 2), "0.01");
  EXPECT_EQ(Rounded(Rational(-5, 1000), 2), "-0.01");
  EXPECT_EQ(Rounded(Rational(-4, 1000), 2), "0.00");
  EXPECT_EQ(Rounded(Rational(1, 2), 0), "1");
  EXPECT_EQ(Rounded(Rational(2, 3), 4), "0.6667");
}

TEST(Decimal, RoundsToHundreds) {
  EXPECT_EQ(Rounded(Rational(1250), -2), "1300");
  EXPECT_EQ(Decimal::Round(Rational(1250), -2).decimals(), 0);
}

TEST(Decimal, SaysWhatToTry) {
  const absl::Status status = Decimal::Parse("12人").status();
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("\"12人\" is not a number; write at most 100 digits"));
}

}  // namespace
}  // namespace nianbao::core
