#include "services/core/interval.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::core {
namespace {

Bound Closed(int value) { return {Rational(value), false}; }
Bound Open(int value) { return {Rational(value), true}; }

std::string Text(const Interval& interval) { return ToText(interval, 3); }

std::string Text(const std::optional<Interval>& interval) {
  return interval ? Text(*interval) : "none";
}

TEST(Interval, AddsAndSubtractsEndByEnd) {
  const Interval a{Closed(1), Open(2)};
  const Interval b{Closed(10), Closed(20)};
  EXPECT_EQ(Text(a + b), "[11, 22)");
  EXPECT_EQ(Text(b - a), "(8, 19]");
  EXPECT_EQ(Text(a + Interval::Everything()), "(-∞, ∞)");
  EXPECT_EQ(Text(b - Interval{Closed(0), {}}), "(-∞, 20]");
}

TEST(Interval, MultipliesAcrossSigns) {
  const Interval mixed{Closed(-2), Closed(3)};
  EXPECT_EQ(Text(mixed * mixed), "[-6, 9]");
  EXPECT_EQ(Text(mixed * Interval{Open(-5), Closed(-4)}), "(-15, 10)");
  EXPECT_EQ(Text(Interval{Closed(2), {}} * Interval::Point(-3)), "(-∞, -6]");
}

TEST(Interval, MultipliesZeroWithInfinity) {
  const Interval upwards{Closed(1), {}};
  EXPECT_EQ(Text(Interval::Point(0) * Interval::Everything()), "0");
  EXPECT_EQ(Text(Interval{Open(0), Closed(1)} * upwards), "(0, ∞)");
  EXPECT_EQ(Text(Interval{Closed(0), Closed(1)} * upwards), "[0, ∞)");
  EXPECT_EQ(Text(Interval{Closed(0), Closed(1)} * Interval{Open(2), Open(3)}),
            "[0, 3)");
}

TEST(Interval, DividesWhereTheDivisorIsNotZero) {
  const Interval a{Closed(6), Closed(12)};
  EXPECT_EQ(Text(Divide(a, Interval::Closed(2, 3))), "[2, 6]");
  EXPECT_EQ(Text(Divide(a, Interval::Closed(-3, -2))), "[-6, -2]");
  EXPECT_EQ(Text(Divide(a, {Open(0), Closed(2)})), "[3, ∞)");
  EXPECT_EQ(Text(Divide(a, {Closed(2), {}})), "(0, 6]");
  EXPECT_EQ(Text(Divide(a, {{}, Open(0)})), "(-∞, 0)");
  EXPECT_EQ(Text(Divide(a, Interval::Closed(0, 2))), "none");
  EXPECT_EQ(Text(Divide(a, Interval::Closed(-1, 2))), "none");
  EXPECT_EQ(Text(Divide(a, Interval::Everything())), "none");
}

TEST(Interval, TakesSmallestAndLargest) {
  const Interval a{Closed(1), Closed(5)};
  const Interval b{Open(1), Open(5)};
  EXPECT_EQ(Text(Min(a, b)), "[1, 5)");
  EXPECT_EQ(Text(Max(a, b)), "(1, 5]");
  EXPECT_EQ(Text(Min(a, Interval{Closed(3), {}})), "[1, 5]");
  EXPECT_EQ(Text(Max(a, Interval{{}, Closed(3)})), "[1, 5]");
}

TEST(Interval, MeetsOnlyWhereBothReach) {
  const Interval a{Closed(1), Closed(2)};
  EXPECT_TRUE(Meets(a, {Closed(2), Closed(3)}));
  EXPECT_FALSE(Meets(a, {Open(2), Closed(3)}));
  EXPECT_FALSE(Meets({Closed(1), Open(2)}, {Closed(2), Closed(3)}));
  EXPECT_TRUE(Meets(a, Interval::Everything()));
  EXPECT_TRUE(Meets(a, {{}, Closed(1)}));
  EXPECT_FALSE(Meets(a, {{}, Open(1)}));
}

TEST(Interval, ComparesPossibleValues) {
  const Interval low{Closed(1), Closed(2)};
  const Interval high{Closed(2), Closed(3)};
  EXPECT_TRUE(CanBeAtMost(low, high));
  EXPECT_TRUE(CanBeAtMost(high, low));
  EXPECT_TRUE(CanBeLess(low, high));
  EXPECT_FALSE(CanBeLess(high, low));
  EXPECT_FALSE(CanBeAtMost({Open(2), {}}, low));
}

TEST(Interval, ClipsToBounds) {
  const Interval all = Interval::Closed(0, 100);
  EXPECT_EQ(Text(Clip({Closed(90), {}}, all)), "[90, 100]");
  EXPECT_EQ(Text(Clip(Interval::Everything(), all)), "[0, 100]");
  EXPECT_EQ(Text(Clip({Open(0), Open(100)}, all)), "(0, 100)");
  EXPECT_EQ(Text(Clip(all, {Open(0), Open(100)})), "(0, 100)");
  EXPECT_EQ(Text(Clip({Closed(-5), Closed(0)}, all)), "0");
}

TEST(Interval, LeavesAloneWhatMissesTheBounds) {
  EXPECT_EQ(Text(Clip({Closed(101), Closed(102)}, Interval::Closed(0, 100))),
            "[101, 102]");
}

TEST(Interval, ContainsItsClosedEndsOnly) {
  const Interval i{Closed(1), Open(2)};
  EXPECT_TRUE(i.Contains(1));
  EXPECT_TRUE(i.Contains(Rational(199, 100)));
  EXPECT_FALSE(i.Contains(2));
  EXPECT_TRUE(Interval::Everything().Contains(-1000000));
}

TEST(Interval, PrintsForPeople) {
  const Interval share =
      Interval::Closed(Rational(36185, 1000), Rational(36195, 1000));
  EXPECT_EQ(Text(share), "[36.185, 36.195]");
  EXPECT_EQ(Text(Interval{Open(5000), {}}), "(5000, ∞)");
  EXPECT_EQ(Text(Interval::Point(7)), "7");
}

TEST(Interval, GoesOverTheWireExactly) {
  const auto proto = ToProto({{Rational(1, 3), true}, {}});
  EXPECT_EQ(proto.lower(), "1/3");
  EXPECT_TRUE(proto.lower_open());
  EXPECT_EQ(proto.upper(), "");
}

// Random intervals with a number inside each.
class Sampler {
 public:
  struct Sample {
    Interval interval;
    Rational inside;
  };

  Sample Draw() {
    const Rational value = Number();
    return {{BoundAt(value, -1), BoundAt(value, 1)}, value};
  }

 private:
  Rational Number() { return Rational(Pick(-12, 12), Pick(1, 4)); }

  // An end on that side of `value`, at it only where it is closed.
  Bound BoundAt(const Rational& value, int side) {
    switch (Pick(0, 3)) {
      case 0:
        return {};
      case 1:
        return {value, false};
      default:
        return {Rational(value + side * Rational(Pick(1, 9), Pick(1, 3))),
                Pick(0, 1) == 1};
    }
  }

  int Pick(int from, int to) {
    return from +
           static_cast<int>(random_() % static_cast<unsigned>(to - from + 1));
  }

  std::mt19937 random_{20211231};
};

TEST(Interval, OperationsContainThePointwiseResults) {
  Sampler sampler;
  for (int i = 0; i < 3000; ++i) {
    const auto [a, x] = sampler.Draw();
    const auto [b, y] = sampler.Draw();
    const std::string both = Text(a) + " and " + Text(b);
    EXPECT_TRUE((a + b).Contains(x + y)) << both;
    EXPECT_TRUE((a - b).Contains(x - y)) << both;
    EXPECT_TRUE((a * b).Contains(x * y)) << both;
    EXPECT_TRUE(Min(a, b).Contains(x < y ? x : y)) << both;
    EXPECT_TRUE(Max(a, b).Contains(x < y ? y : x)) << both;
    const auto quotient = Divide(a, b);
    EXPECT_EQ(quotient.has_value(), !b.Contains(0)) << both;
    if (quotient) {
      EXPECT_TRUE(quotient->Contains(x / y)) << both;
    }
    EXPECT_EQ(Meets(a, b), Meets(b, a)) << both;
    if (x <= y) {
      EXPECT_TRUE(CanBeAtMost(a, b)) << both;
    }
    EXPECT_EQ(Clip(a, b).Contains(x), b.Contains(x) || !Meets(a, b)) << both;
  }
}

}  // namespace
}  // namespace nianbao::core
