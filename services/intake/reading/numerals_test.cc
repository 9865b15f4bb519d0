#include "services/intake/reading/numerals.h"

#include "gtest/gtest.h"

namespace nianbao::intake {
namespace {

std::string Digits(const char* text) {
  const auto numeral = DigitsAt(Chars(text), 0);
  return numeral ? numeral->value : "none";
}

std::string Words(const char* text) {
  const auto numeral = WordsAt(Chars(text), 0);
  return numeral ? numeral->value : "none";
}

TEST(DigitsAt, ReadsSeparatorsPointsAndRatios) {
  EXPECT_EQ(Digits("4902人"), "4902");
  EXPECT_EQ(Digits("1,234,567元"), "1234567");
  EXPECT_EQ(Digits("12,34"), "12");
  EXPECT_EQ(Digits("１６８１８．７７"), "16818.77");
  EXPECT_EQ(Digits("1：15.92"), "1:15.92");
  EXPECT_EQ(Digits("5."), "5");
}

TEST(WordsAt, ReadsNumberWords) {
  EXPECT_EQ(Words("三千二百五十六人"), "3256");
  EXPECT_EQ(Words("两万余"), "20000");
  EXPECT_EQ(Words("十几"), "10");
  EXPECT_EQ(Words("一万零一十二"), "10012");
  EXPECT_EQ(Words("二十万亿"), "20000000000000");
}

TEST(WordsAt, LeavesRowsOfDigitWordsAlone) {
  EXPECT_EQ(Words("二〇二一"), "none");
}

}  // namespace
}  // namespace nianbao::intake
