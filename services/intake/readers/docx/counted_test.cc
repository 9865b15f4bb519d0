#include "services/intake/readers/docx/counted.h"

#include "gtest/gtest.h"
#include "services/intake/readers/docx/symbol.h"

namespace nianbao::intake {
namespace {

TEST(Counted, WritesNumbersAsWordDoes) {
  EXPECT_EQ(Counted(7, "decimal"), "7");
  EXPECT_EQ(Counted(12, "chineseCounting"), "十二");
  EXPECT_EQ(Counted(20, "chineseCountingThousand"), "二十");
  EXPECT_EQ(Counted(112, "japaneseCounting"), "一百一十二");
  EXPECT_EQ(Counted(105, "chineseCounting"), "一百零五");
  EXPECT_EQ(Counted(1005, "chineseCounting"), "一千零五");
  EXPECT_EQ(Counted(10, "chineseLegalSimplified"), "壹拾");
  EXPECT_EQ(Counted(14, "upperRoman"), "XIV");
  EXPECT_EQ(Counted(28, "lowerLetter"), "bb");
  EXPECT_EQ(Counted(3, "decimalEnclosedCircle"), "③");
  EXPECT_EQ(Counted(21, "decimalEnclosedCircle"), "21");
  EXPECT_EQ(Counted(2, "ideographTraditional"), "乙");
  EXPECT_EQ(Counted(5, "decimalZero"), "05");
  EXPECT_EQ(Counted(5, "none"), "");
  EXPECT_EQ(Counted(12, "decimalFullWidth"), "１２");
}

TEST(SymbolText, KnowsSymbolFonts) {
  EXPECT_EQ(SymbolText("Wingdings", "F0FE"), "☑");
  EXPECT_EQ(SymbolText("Symbol", "F0B1"), "±");
  EXPECT_EQ(SymbolText("Symbol", "F035"), "5");
  EXPECT_EQ(SymbolText("宋体", "2265"), "≥");
  EXPECT_EQ(SymbolText("Wingdings", "F041"), "");
  EXPECT_EQ(SymbolText("x", "zz"), "");
  EXPECT_EQ(SymbolText("x", "D800"), "");
}

}  // namespace
}  // namespace nianbao::intake
