#include "services/report/figure_text.h"

#include "gtest/gtest.h"
#include "services/report/formula_words.h"
#include "services/report/heading_number.h"

namespace nianbao::report {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

Figure FigureOf(const std::string& value, const std::string& unit,
                Hedge hedge = nianbao::fact::v1::HEDGE_UNSPECIFIED) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit(unit);
  figure.set_hedge(hedge);
  return figure;
}

TEST(FigureText, KeepsTheDigitsAsPrinted) {
  EXPECT_EQ(FigureText(FigureOf("51.00", "平方米"), "平方米"), "51.00");
  EXPECT_EQ(FigureText(FigureOf("18.29:1", ""), "/"), "18.29:1");
}

TEST(FigureText, ConvertsExactlyIntoTheUnitOfTheTable) {
  EXPECT_EQ(FigureText(FigureOf("3865000", "元"), "万元"), "386.5");
  EXPECT_EQ(FigureText(FigureOf("258", "亩"), "平方米"), "172000");
  EXPECT_EQ(FigureText(FigureOf("100", "亩"), "平方米"), "100亩");
}

TEST(FigureText, KeepsTheMultiplierAsPrinted) {
  EXPECT_EQ(FigureText(FigureOf("10.42", "万平方米"), "平方米"), "10.42万");
  EXPECT_EQ(FigureText(FigureOf("2.46", "亿元"), "元"), "2.46亿");
}

TEST(FigureText, NamesAUnitThatDoesNotConvert) {
  EXPECT_EQ(FigureText(FigureOf("12", "册"), "人"), "12册");
}

TEST(FigureText, SaysTheHedge) {
  EXPECT_EQ(
      FigureText(FigureOf("3700", "人", nianbao::fact::v1::HEDGE_NEARLY), "人"),
      "近3700");
  EXPECT_EQ(
      FigureText(FigureOf("3000", "人", nianbao::fact::v1::HEDGE_MORE), "人"),
      "3000余");
}

TEST(ChartValue, IsAPlainDecimalInTheUnit) {
  EXPECT_EQ(ChartValue(FigureOf("18.29:1", ""), "/"), "18.29");
  EXPECT_EQ(ChartValue(FigureOf("1.5", "万元"), "元"), "15000");
  EXPECT_EQ(ChartValue(FigureOf("12", "册"), "人"), std::nullopt);
}

TEST(FormulaInWords, WritesTitlesAndSigns) {
  const TitleOf title = [](const std::string& code) {
    return code == "students" ? "在校生" : "";
  };
  EXPECT_EQ(
      FormulaInWords("(students - students@-1) / students@-1 * 100", title),
      "(在校生 − 在校生（上年）) ÷ 在校生（上年） × 100");
  EXPECT_EQ(FormulaInWords("sum(students, unknown_code) <= 20", title),
            "合计(在校生，unknown_code) ≤ 20");
}

TEST(HeadingNumber, CountsAsOfficialDocumentsDo) {
  EXPECT_EQ(HeadingNumber(1, 1), "一、");
  EXPECT_EQ(HeadingNumber(1, 10), "十、");
  EXPECT_EQ(HeadingNumber(1, 21), "二十一、");
  EXPECT_EQ(HeadingNumber(2, 12), "（十二）");
  EXPECT_EQ(HeadingNumber(3, 3), "3.");
  EXPECT_EQ(HeadingNumber(4, 3), "（3）");
}

}  // namespace
}  // namespace nianbao::report
