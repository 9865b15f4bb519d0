// Arithmetic of stated relations against an oracle that enumerates the true
// values of figures.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "tests/testing/true_values.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;
using nianbao::testing::AllResults;
using nianbao::testing::Misfit;
using nianbao::testing::TrueValues;

constexpr int kTimes = 60;

// Makes the same figures each time.
class Maker {
 public:
  int Below(int end) {
    return std::uniform_int_distribution<int>(0, end - 1)(random_);
  }

  Quantity MakeQuantity(const std::string& unit) {
    Figure figure;
    figure.set_value(std::to_string(Below(40)));
    if (Below(2) == 0) {
      figure.set_value(figure.value() + "." + std::to_string(Below(100)));
    }
    figure.set_unit(unit);
    if (Below(5) == 0) figure.set_hedge(static_cast<Hedge>(1 + Below(7)));
    return core::QuantityOf(figure).value();
  }

 private:
  std::mt19937 random_{20211125};
};

// What two figures make, as an interval and number by number.
struct Pairing {
  const char* name;
  std::optional<Interval> (*computed)(const Quantity& a, const Quantity& b);
  Rational (*of_numbers)(const Rational& a, const Rational& b);
  bool divides;
};

std::optional<Interval> IntervalOf(const std::optional<Outcome>& outcome) {
  if (!outcome) return std::nullopt;
  return outcome->interval;
}

const std::array<Pairing, 4> kPairings = {{
    {"difference",
     [](const Quantity& a, const Quantity& b) {
       return IntervalOf(DifferenceOf(a, b, "元"));
     },
     [](const Rational& a, const Rational& b) { return Rational(a - b); },
     false},
    {"growth",
     [](const Quantity& a, const Quantity& b) {
       return IntervalOf(GrowthOf(a, b, 2));
     },
     [](const Rational& a, const Rational& b) {
       return Rational((a / b - 1) * 100);
     },
     true},
    {"quotient",
     [](const Quantity& a, const Quantity& b) {
       return IntervalOf(QuotientOf(a, b, 2));
     },
     [](const Rational& a, const Rational& b) { return Rational(a / b); },
     true},
    {"product",
     [](const Quantity& a, const Quantity& b) {
       return IntervalOf(ProductOf(a, b, "元"));
     },
     [](const Rational& a, const Rational& b) { return Rational(a * b); },
     false},
}};

std::string Text(const Quantity& quantity) {
  return core::ToText(quantity.rounded, 6);
}

TEST(ArithmeticProperty, PairsGiveTheIntervalOfAllResults) {
  Maker make;
  for (int i = 0; i < kTimes; ++i) {
    const Quantity a = make.MakeQuantity("元");
    const Quantity b = make.MakeQuantity("元");
    for (const Pairing& pairing : kPairings) {
      SCOPED_TRACE(Text(a) + " " + pairing.name + " " + Text(b));
      const auto computed = pairing.computed(a, b);
      if (!computed) {
        EXPECT_TRUE(pairing.divides && b.rounded.Contains(0));
        continue;
      }
      const auto all = AllResults(
          {TrueValues(a.rounded), TrueValues(b.rounded)},
          [&](const auto& values) {
            return std::optional(pairing.of_numbers(values[0], values[1]));
          });
      EXPECT_EQ(Misfit(*computed, all), "") << core::ToText(*computed, 9);
    }
  }
}

// No share is above all or below nothing.
TEST(ArithmeticProperty, SharesAreThePossibleOnesWithinTheWhole) {
  Maker make;
  for (int i = 0; i < kTimes; ++i) {
    const Quantity part = make.MakeQuantity("人");
    const Quantity whole = make.MakeQuantity("人");
    SCOPED_TRACE(Text(part) + " of " + Text(whole));
    const auto computed = ShareInterval(part, whole);
    if (!computed) {
      EXPECT_TRUE(whole.rounded.Contains(0));
      continue;
    }
    bool within = false;
    for (const Rational& result : AllResults(
             {TrueValues(part.rounded), TrueValues(whole.rounded)},
             [](const auto& values) {
               return std::optional<Rational>(values[0] / values[1] * 100);
             })) {
      if (result < 0 || result > 100) continue;
      within = true;
      EXPECT_TRUE(computed->Contains(result)) << result;
    }
    if (within) {
      EXPECT_TRUE(core::Meets(*computed, Interval::Closed(0, 100)));
    }
  }
}

TEST(ArithmeticProperty, SumsAndMeansGiveTheIntervalOfAllResults) {
  Maker make;
  for (int i = 0; i < kTimes; ++i) {
    std::array<Datum, 3> data;
    std::vector<const Datum*> all;
    std::vector<int> signs;
    std::vector<std::vector<Rational>> values;
    for (Datum& datum : data) {
      datum.quantity = make.MakeQuantity("元");
      all.push_back(&datum);
      signs.push_back(make.Below(2) == 0 ? 1 : -1);
      values.push_back(TrueValues(datum.quantity.rounded));
    }
    const auto sum = SumOf(all, signs, "元");
    ASSERT_TRUE(sum.has_value());
    EXPECT_EQ(Misfit(sum->interval, AllResults(values,
                                               [&](const auto& v) {
                                                 return std::optional<Rational>(
                                                     signs[0] * v[0] +
                                                     signs[1] * v[1] +
                                                     signs[2] * v[2]);
                                               })),
              "");
    EXPECT_EQ(Misfit(MeanOf(all, 2).interval,
                     AllResults(values,
                                [](const auto& v) {
                                  return std::optional<Rational>(
                                      (v[0] + v[1] + v[2]) / 3);
                                })),
              "");
  }
}

}  // namespace
}  // namespace nianbao::validation
