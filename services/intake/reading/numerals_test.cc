#include "services/intake/reading/numerals.h"

#include "gtest/gtest.h"
#include "services/intake/reading/number_words.h"

namespace nianbao::intake {
namespace {

std::string Digits(const char* text) {
  const auto numeral = DigitsAt(Chars(text), 0);
  return numeral ? numeral->value : "none";
}

std::string Words(const char* text) {
  const auto numeral = WordsAt(Chars(text), 0);
  return numeral && !numeral->name ? numeral->value : "none";
}

TEST(DigitsAt, ReadsSeparatorsPointsAndRatios) {
  EXPECT_EQ(Digits("4902人"), "4902");
  EXPECT_EQ(Digits("1,234,567元"), "1234567");
  EXPECT_EQ(Digits("12,34"), "12");
  EXPECT_EQ(Digits("１６８１８．７７"), "16818.77");
  EXPECT_EQ(Digits("1：15.92"), "1:15.92");
  EXPECT_EQ(Digits("5."), "5");
  EXPECT_EQ(Digits("2021,123"), "2021");
}

TEST(WordsAt, ReadsNumberWords) {
  EXPECT_EQ(Words("三千二百五十六人"), "3256");
  EXPECT_EQ(Words("两万余"), "20000");
  EXPECT_EQ(Words("十几"), "10");
  EXPECT_EQ(Words("一万零一十二"), "10012");
  EXPECT_EQ(Words("二十万亿"), "20000000000000");
}

TEST(WordsAt, WorksOutTenThousandsBelowAHundredMillion) {
  // 一亿二千万 once was ten thousand times too large.
  EXPECT_EQ(Words("一亿二千万元"), "120000000");
  EXPECT_EQ(Words("一万五千亿"), "1500000000000");
}

TEST(WordsAt, CountsALastDigitInTheUnitBelow) {
  EXPECT_EQ(Words("一千二"), "1200");
  EXPECT_EQ(Words("一千零二"), "1002");
  EXPECT_EQ(Words("两万三"), "23000");
}

TEST(WordsAt, ReadsNeighbouringDigitsAsARange) {
  const auto numeral = WordsAt(Chars("二十三四人"), 0);
  ASSERT_TRUE(numeral.has_value());
  EXPECT_EQ(numeral->value, "23");
  EXPECT_EQ(numeral->high, "24");
}

TEST(WordsAt, LeavesWordsThatMakeNoNumberAlone) {
  EXPECT_EQ(Words("百千万工程"), "none");
  EXPECT_EQ(Words("亿亿亿亿亿亿亿亿亿亿"), "none");
  EXPECT_EQ(Words("几百人"), "none");
}

TEST(FractionAt, ReadsSharesExactly) {
  EXPECT_EQ(FractionAt(Chars("百分之一点五七"), 0)->value, "1.57");
  EXPECT_EQ(FractionAt(Chars("万分之5"), 0)->value, "0.5");
  EXPECT_EQ(FractionAt(Chars("三分之二"), 0)->value, "2/3");
}

TEST(DigitsAt, LeavesLargeMixedFormsWithoutOverflow) {
  EXPECT_EQ(Digits("9999999亿9999999万"), "1000099899990000");
  EXPECT_EQ(Digits("99999999千亿9千万"), "99999999");
  EXPECT_EQ(Digits("123456789123456789亿"), "123456789123456789");
}

TEST(WordsAt, LeavesRowsOfDigitWordsAlone) {
  EXPECT_EQ(Words("二〇二一"), "none");
}

}  // namespace
}  // namespace nianbao::intake
