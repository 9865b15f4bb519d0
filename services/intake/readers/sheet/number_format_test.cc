#include "services/intake/readers/sheet/number_format.h"

#include "gtest/gtest.h"
#include "services/intake/readers/sheet/stored_number.h"

namespace nianbao::intake {
namespace {

std::string Print(const char* code, const char* stored) {
  const auto value = StoredNumber::Read(stored);
  return value ? NumberFormat(code).Print(*value) : "no number";
}

TEST(NumberFormat, PrintsPlainAndGroupedNumbers) {
  EXPECT_EQ(Print("0", "4902.5"), "4903");
  EXPECT_EQ(Print("0.00", "51"), "51.00");
  EXPECT_EQ(Print("#,##0", "1234567"), "1,234,567");
  EXPECT_EQ(Print("#,##0.00", "999.995"), "1,000.00");
  EXPECT_EQ(Print("0.0#", "1.5"), "1.5");
  EXPECT_EQ(Print("#.##", "0.5"), ".5");
  EXPECT_EQ(Print("000", "7"), "007");
  EXPECT_EQ(Print("0,", "12345678"), "12346");
  EXPECT_EQ(Print("0.0,,", "12345678"), "12.3");
  EXPECT_EQ(Print("#", "0"), "");
}

TEST(NumberFormat, PrintsPercentsExactly) {
  EXPECT_EQ(Print("0.00%", "0.3619"), "36.19%");
  EXPECT_EQ(Print("0%", "0.285"), "29%");
  EXPECT_EQ(Print("0.0%", "1"), "100.0%");
}

// 0.285 and 1.005 have no exact binary form; what is stored is a little less.
TEST(NumberFormat, RoundsOffTheNoiseOfStoredNumbers) {
  EXPECT_EQ(Print("0.00%", "0.36189999999999999"), "36.19%");
  EXPECT_EQ(Print("0%", "0.28499999999999998"), "29%");
  EXPECT_EQ(Print("0.00", "1.0049999999999999"), "1.01");
  EXPECT_EQ(Print("General", "36.189999999999998"), "36.19");
  EXPECT_EQ(Print("General", "0.30000000000000004"), "0.3");
}

TEST(NumberFormat, PrintsGeneralWithoutPowersOfTen) {
  EXPECT_EQ(Print("General", "4902"), "4902");
  EXPECT_EQ(Print("General", "-125"), "-125");
  EXPECT_EQ(Print("", "33.333333333333336"), "33.33333333");
  EXPECT_EQ(Print("General", "0.66666666666666663"), "0.666666667");
  EXPECT_EQ(Print("General", "1.5E-3"), "0.0015");
  EXPECT_EQ(Print("General", "3.2E+7"), "32000000");
  EXPECT_EQ(Print("General", "1.0000000000000001E-11"), "0.00000000001");
  EXPECT_EQ(Print("General", "330100199001011234"), "330100199001011000");
  EXPECT_EQ(Print("@", "12"), "12");
  EXPECT_EQ(Print("0.00E+00", "1234"), "1234");
  EXPECT_EQ(Print("# ?/?", "0.5"), "0.5");
}

TEST(NumberFormat, KeepsLiterals) {
  EXPECT_EQ(Print("0\"人\"", "12"), "12人");
  EXPECT_EQ(Print("\"约\"0.0万", "1.25"), "约1.3万");
  EXPECT_EQ(Print("G/通用格式\"人\"", "12"), "12人");
  EXPECT_EQ(Print("0\\:1", "18"), "18:1");
  EXPECT_EQ(Print("[$¥-804]#,##0.00", "1234.5"), "¥1,234.50");
  EXPECT_EQ(Print("0000-0000", "88120000"), "8812-0000");
  EXPECT_EQ(Print("_ * #,##0_ ", "1234"), "1,234");
}

TEST(NumberFormat, PicksSections) {
  EXPECT_EQ(Print("0;-0;\"零\"", "0"), "零");
  EXPECT_EQ(Print("0;-0;;@", "0"), "");
  EXPECT_EQ(Print(";;;", "5"), "");
  EXPECT_EQ(Print("0.0", "-1.25"), "-1.3");
  EXPECT_EQ(Print("0;-0", "-5"), "-5");
  EXPECT_EQ(Print("[>=100]0\"多\";0.0", "150"), "150多");
  EXPECT_EQ(Print("[>=100]0\"多\";0.0", "50"), "50.0");
  EXPECT_EQ(Print("[>=100]0\"多\";0.0", "-50"), "-50.0");
}

TEST(NumberFormat, TellsNegativeNumbersByASign) {
  EXPECT_EQ(Print("0.00_);(0.00)", "-5"), "-5.00");
  EXPECT_EQ(Print("0.00;[Red]0.00", "-5"), "-5.00");
  EXPECT_EQ(Print("0.00;[Red]-0.00", "-5"), "-5.00");
}

TEST(NumberFormat, PrintsDates) {
  EXPECT_EQ(Print("yyyy/m/d", "44440"), "2021/9/1");
  EXPECT_EQ(Print("yyyy\"年\"m\"月\"d\"日\"", "44440"), "2021年9月1日");
  EXPECT_EQ(Print("[$-804]yyyy\"年\"m\"月\"", "44440.75"), "2021年9月");
  EXPECT_EQ(Print("yyyy-mm-dd hh:mm:ss", "44440.75"), "2021-09-01 18:00:00");
  EXPECT_EQ(Print("h:mm AM/PM", "0.75"), "6:00 PM");
  EXPECT_EQ(Print("上午/下午h\"时\"mm\"分\"", "0.25"), "上午6时00分");
  EXPECT_EQ(Print("[h]:mm", "1.5"), "36:00");
  EXPECT_EQ(Print("aaaa", "44440"), "星期三");
  EXPECT_EQ(Print("d-mmm-yy", "44440"), "1-Sep-21");
  EXPECT_EQ(Print("yyyy/m/d", "1"), "1900/1/1");
  EXPECT_EQ(Print("yyyy/m/d", "61"), "1900/3/1");
  EXPECT_EQ(Print("yyyy/m/d", "-1"), "-1");
  EXPECT_EQ(Print("yyyy/m/d", "9999999"), "9999999");
  EXPECT_EQ(NumberFormat("yyyy/m/d").Print(*StoredNumber::Read("42978"), true),
            "2021/9/1");
}

TEST(NumberFormat, RoundsHalvesAwayFromZeroAtAnyPlace) {
  EXPECT_EQ(Print("0", "0.5"), "1");
  EXPECT_EQ(Print("0", "0.4999"), "0");
  EXPECT_EQ(Print("0.0", "9.95"), "10.0");
  EXPECT_EQ(Print("0.00", "0.004"), "0.00");
  EXPECT_EQ(Print("0.00", "0"), "0.00");
  EXPECT_EQ(Print("0,,", "400000"), "0");
  EXPECT_EQ(Print("0.00", "2.5E-2"), "0.03");
  EXPECT_EQ(Print("#,##0", "1.5E+6"), "1,500,000");
  EXPECT_EQ(Print("0.0%", "-0.00125"), "-0.1%");
}

TEST(NumberFormat, KnowsBuiltInCodes) {
  EXPECT_EQ(NumberFormat::BuiltIn(10), "0.00%");
  EXPECT_EQ(NumberFormat::BuiltIn(0), "General");
  EXPECT_EQ(NumberFormat::BuiltIn(31), "yyyy\"年\"m\"月\"d\"日\"");
}

TEST(StoredNumber, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "abc", "1e", "1e999", "--1", "1.2.3", "0x1A"}) {
    EXPECT_FALSE(StoredNumber::Read(text)) << text;
  }
}

}  // namespace
}  // namespace nianbao::intake
