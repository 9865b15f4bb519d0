#include "services/core/unit.h"

#include <gtest/gtest.h>

#include <string>

namespace nianbao::core {
namespace {

TEST(Unit, ConvertsExactly) {
  EXPECT_EQ(ConversionFactor("亩", "平方米"), Rational(2000, 3));
  EXPECT_EQ(ConversionFactor("万元", "元"), 10000);
  EXPECT_EQ(ConversionFactor("元", "亿元"), PowerOfTen(-8));
  EXPECT_EQ(ConversionFactor("万册", "册"), 10000);
  EXPECT_EQ(ConversionFactor("‰", "%"), Rational(1, 10));
  EXPECT_EQ(ConversionFactor("成", "%"), 10);
  EXPECT_EQ(ConversionFactor("名", "位"), 1);
  EXPECT_EQ(ConversionFactor("公顷", "亩"), 15);
  EXPECT_EQ(ConversionFactor("千元", "万元"), Rational(1, 10));
  EXPECT_EQ(ConversionFactor("万亿元", "亿元"), 10000);
  EXPECT_EQ(ConversionFactor("百万元", "万元"), 100);
}

TEST(Unit, NeverConvertsAcrossDimensions) {
  EXPECT_FALSE(ConversionFactor("%", "百分点"));
  EXPECT_FALSE(ConversionFactor("人", "人次"));
  EXPECT_FALSE(ConversionFactor("元", "平方米"));
  EXPECT_FALSE(ConversionFactor("人", ""));
  EXPECT_FALSE(ConversionFactor("TB", "GB"));
  EXPECT_FALSE(ConversionFactor("个", "项"));
}

TEST(Unit, UnknownUnitsAreDimensionsOfTheirOwn) {
  EXPECT_EQ(FindUnit("门次").dimension, "门次");
  EXPECT_TRUE(FindUnit("门次").counting);
  EXPECT_EQ(ConversionFactor("万门次", "门次"), 10000);
}

TEST(Unit, MultiplierAloneHasNoDimension) {
  const Unit unit = FindUnit("万");
  EXPECT_EQ(unit.dimension, "");
  EXPECT_EQ(unit.factor, 10000);
  EXPECT_TRUE(unit.scaled);
  EXPECT_EQ(FindUnit("").factor, 1);
  EXPECT_FALSE(FindUnit("").scaled);
}

TEST(Unit, KnownNamesAreNotCutAtTheirPrefix) {
  EXPECT_EQ(FindUnit("千米").dimension, "米");
  EXPECT_FALSE(FindUnit("千米").scaled);
  EXPECT_EQ(FindUnit("千克").dimension, "千克");
  EXPECT_EQ(FindUnit("千卡").dimension, "千卡");
}

TEST(Unit, CountsPeopleAndThingsOnly) {
  for (const std::string unit : {"人", "册", "台", "人次", "项", ""}) {
    EXPECT_TRUE(FindUnit(unit).counting) << unit;
  }
  for (const std::string unit : {"元", "万元", "平方米", "%", "学时", "年"}) {
    EXPECT_FALSE(FindUnit(unit).counting) << unit;
  }
}

TEST(Unit, ReadsOneMultiplierOfHostileNames) {
  std::string name;
  for (int i = 0; i < 100000; ++i) name += "万";
  EXPECT_EQ(FindUnit(name).factor, 10000);
}

}  // namespace
}  // namespace nianbao::core
