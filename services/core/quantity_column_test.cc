#include "services/core/quantity_column.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

Quantity Printed(const std::string& value, const std::string& unit,
                 Hedge hedge = Hedge::HEDGE_UNSPECIFIED) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit(unit);
  figure.set_hedge(hedge);
  return QuantityOf(figure).value();
}

std::string Text(const Interval& interval) { return ToText(interval, 6); }

void ExpectSame(const std::optional<Quantity>& got, const Quantity& given) {
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->value, given.value);
  EXPECT_EQ(Text(got->rounded), Text(given.rounded));
  EXPECT_EQ(Text(got->loose), Text(given.loose));
  EXPECT_EQ(got->decimals, given.decimals);
  EXPECT_EQ(got->vague, given.vague);
}

TEST(QuantityColumn, KeepsDecimalsAsIntegersAtOneScale) {
  QuantityColumnBuilder builder;
  builder.Add(Printed("96", "人"));
  builder.Add(Printed("35.8", "%"));
  builder.Add(Printed("35.82", "%"));
  const QuantityColumn column = std::move(builder).Build();
  EXPECT_EQ(column.scale(), 3);
  EXPECT_EQ(column.values()[0], 96000);
  EXPECT_EQ(column.halves()[0], 0);
  EXPECT_EQ(column.values()[1], 35800);
  EXPECT_EQ(column.halves()[1], 50);
  EXPECT_EQ(column.halves()[2], 5);
  EXPECT_TRUE(column.IsPlain(0));
  EXPECT_FALSE(column.IsExact(0));
  EXPECT_EQ(column.Largest(0), 96000);
  ExpectSame(column.At(0), Printed("96", "人"));
  ExpectSame(column.At(1), Printed("35.8", "%"));
}

TEST(QuantityColumn, DigitsMeanWhatTheFigureMeans) {
  QuantityColumnBuilder builder;
  builder.AddDecimal(96, 0, /*exact=*/true);
  builder.AddDecimal(3582, 2, /*exact=*/false);
  builder.AddDecimal(std::int64_t{1} << 62, 0, /*exact=*/false);
  const QuantityColumn column = std::move(builder).Build();
  ExpectSame(column.At(0), Printed("96", "人"));
  ExpectSame(column.At(1), Printed("35.82", "%"));
  EXPECT_EQ(column.flags()[2], kOddCell);
  ExpectSame(column.At(2), Printed("4611686018427387904", "元"));
}

TEST(QuantityColumn, BlanksHaveNoQuantity) {
  QuantityColumnBuilder builder;
  builder.AddBlank();
  builder.Add(std::nullopt);
  const QuantityColumn column = std::move(builder).Build();
  EXPECT_EQ(column.rows(), 2u);
  EXPECT_EQ(column.flags()[0], kBlankCell);
  EXPECT_FALSE(column.At(0).has_value());
  EXPECT_FALSE(column.At(1).has_value());
  EXPECT_FALSE(column.IsPlain(0));
}

TEST(QuantityColumn, WhatIntegersDoNotHoldIsKeptWholeAndFlagged) {
  const Quantity odd[] = {
      Printed("5000", "元", Hedge::HEDGE_ABOVE),
      Printed("5000", "元", Hedge::HEDGE_ABOUT),
      Printed("2/3", "人"),
      Printed("7:3", "/"),
      Printed("0.12345678901234567890", "元"),
      Printed("123456789012345678901234567890", "人"),
  };
  QuantityColumnBuilder builder;
  for (const Quantity& quantity : odd) builder.Add(quantity);
  const QuantityColumn column = std::move(builder).Build();
  for (std::size_t row = 0; row < std::size(odd); ++row) {
    SCOPED_TRACE(row);
    EXPECT_EQ(column.flags()[row], kOddCell);
    EXPECT_EQ(column.values()[row], 0);
    ExpectSame(column.At(row), odd[row]);
  }
}

// A number that fits alone may not fit at the scale of the finest one.
TEST(QuantityColumn, LargeNumbersBesideFineOnesAreKeptWhole) {
  const Quantity large = Printed("12345678901234567", "人");
  const Quantity fine = Printed("0.123456", "元");
  QuantityColumnBuilder builder;
  builder.Add(large);
  builder.Add(fine);
  const QuantityColumn column = std::move(builder).Build();
  EXPECT_EQ(column.flags()[0], kOddCell);
  EXPECT_EQ(column.flags()[1], 0);
  ExpectSame(column.At(0), large);
  ExpectSame(column.At(1), fine);
}

TEST(QuantityColumn, KnowsTheBoundsOfEachBlock) {
  QuantityColumnBuilder builder;
  for (std::size_t row = 0; row < QuantityColumn::kBlock; ++row) {
    builder.AddDecimal(static_cast<std::int64_t>(row), 0, /*exact=*/true);
  }
  builder.AddDecimal(-7, 0, /*exact=*/true);
  const QuantityColumn column = std::move(builder).Build();
  EXPECT_EQ(column.Largest(0), 511);
  EXPECT_EQ(column.Largest(1), 7);
  EXPECT_TRUE(column.IsExact(1));
}

}  // namespace
}  // namespace nianbao::core
