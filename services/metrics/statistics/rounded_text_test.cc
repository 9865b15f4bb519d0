#include "services/metrics/statistics/rounded_text.h"

#include <cstdint>
#include <random>

#include "gtest/gtest.h"
#include "services/core/decimal.h"

namespace nianbao::metrics {
namespace {

TEST(RoundedText, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(RoundedText({5, 2, 0}, 0), "3");
  EXPECT_EQ(RoundedText({-5, 2, 0}, 0), "-3");
  EXPECT_EQ(RoundedText({125, 1, 3}, 2), "0.13");
  EXPECT_EQ(RoundedText({-1, 1000, 0}, 2), "0.00");
  EXPECT_EQ(RoundedText({7, 1, -2}, 1), "700.0");
}

TEST(RoundedText, IsTheSameAsByFractionsOfAnySize) {
  std::mt19937_64 random(1);
  for (int turn = 0; turn < 20000; ++turn) {
    const int bits = static_cast<int>(random() % 100);
    WideFraction fraction;
    fraction.n = static_cast<core::Wide>(random()) << (bits / 2);
    fraction.n >>= random() % 64;
    if (random() % 2 == 0) fraction.n = -fraction.n;
    fraction.d = static_cast<core::Wide>(1 + random() % 100000);
    fraction.scale = static_cast<int>(random() % 9) - 2;
    const int decimals = static_cast<int>(random() % 7);
    EXPECT_EQ(RoundedText(fraction, decimals),
              core::Decimal::Round(ToRational(fraction), decimals).ToString());
  }
}

TEST(RoundedText, BetweenTwoFractionsIsExactOrNothing) {
  std::mt19937_64 random(2);
  for (int turn = 0; turn < 5000; ++turn) {
    const auto make = [&random] {
      return WideFraction{static_cast<std::int64_t>(random() >> random() % 40),
                          1 + static_cast<std::int64_t>(random() % 1000000), 3};
    };
    const WideFraction a = make();
    const WideFraction b = make();
    const auto between = Between(a, b, 3, 4);
    if (!between) continue;
    EXPECT_EQ(
        ToRational(*between),
        ToRational(a) + (ToRational(b) - ToRational(a)) * core::Rational(3, 4));
  }
  const WideFraction large = {core::Wide{1} << 125, 3, 0};
  EXPECT_FALSE(Between(large, large, 1, 2).has_value());
}

}  // namespace
}  // namespace nianbao::metrics
