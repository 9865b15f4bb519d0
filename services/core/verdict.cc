#include "services/core/verdict.h"

#include <optional>

namespace nianbao::core {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

Verdict When(bool possible) {
  return possible ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED;
}

// The fraction num/den.
struct Fraction {
  Integer num;
  Integer den;

  Rational value() const { return Rational(num, den); }
};

// How many times `by` can be added to `from` while the fraction stays outside
// the end that lies between them: at most `end` where it is open, otherwise
// short of it.
Integer Steps(const Fraction& from, const Fraction& by, const Bound& end) {
  const Rational reach =
      (*end.value * from.den - from.num) / (by.num - *end.value * by.den);
  return end.open ? Floor(reach) : Integer(Ceiling(reach) - 1);
}

void Advance(Fraction& from, const Fraction& by, const Integer& steps) {
  from.num += by.num * steps;
  from.den += by.den * steps;
}

// Whether `shares`, which lies between 0 and 1 without them, holds k / n for
// some n <= whole. Walks the Stern-Brocot tree, whose fractions come in order
// of their denominators, from turn to turn: a few dozen steps for any whole.
bool HoldsFraction(const Interval& shares, const Integer& whole) {
  Fraction low{0, 1};
  Fraction high{1, 1};
  while (low.den + high.den <= whole) {
    const Fraction middle{low.num + high.num, low.den + high.den};
    const Interval point = Interval::Point(middle.value());
    if (Meets(shares, point)) return true;
    if (CanBeLess(point, shares)) {
      Advance(low, high, Steps(low, high, shares.lower));
    } else {
      Advance(high, low, Steps(high, low, shares.upper));
    }
  }
  return false;
}

// Whether `percents` holds 100 k / n for some 0 <= k <= n, 1 <= n <= whole.
bool AttainableWithin(const Interval& percents, const Integer& whole) {
  const Interval shares = percents * Interval::Point(Rational(1, 100));
  if (shares.Contains(0) || shares.Contains(1)) return true;
  const Interval all = Interval::Closed(0, 1);
  return Meets(shares, all) && HoldsFraction(Clip(shares, all), whole);
}

// The largest whole number in `whole`, which has an upper end.
Integer Largest(const Interval& whole) {
  const Integer floor = Floor(*whole.upper.value);
  return whole.upper.open && floor == *whole.upper.value ? Integer(floor - 1)
                                                         : floor;
}

// True values that print as `percent` when cut off instead of rounded; nothing
// for counts and hedged figures.
std::optional<Interval> Truncated(const Quantity& percent) {
  const auto& upper = percent.rounded.upper.value;
  if (!upper || upper == percent.loose.upper.value || percent.value < 0) {
    return std::nullopt;
  }
  const Rational unit = (*upper - percent.value) * 2;
  return Interval{{percent.value, false},
                  {Rational(percent.value + unit), true}};
}

}  // namespace

Verdict JudgeEqual(const Quantity& reported, const Interval& computed) {
  if (Meets(reported.rounded, computed)) return VERDICT_CONSISTENT;
  if (Meets(reported.loose, computed)) return VERDICT_ROUNDED_DIFFERENTLY;
  return reported.vague ? VERDICT_UNDECIDED : VERDICT_CONTRADICTED;
}

Verdict Judge(const Interval& left, Operator relation, const Interval& right) {
  switch (relation) {
    case Operator::kEqual:
      return When(Meets(left, right));
    case Operator::kAtMost:
      return When(CanBeAtMost(left, right));
    case Operator::kAtLeast:
      return When(CanBeAtMost(right, left));
    case Operator::kLess:
      return When(CanBeLess(left, right));
    case Operator::kGreater:
      return When(CanBeLess(right, left));
  }
  return VERDICT_UNDECIDED;
}

Verdict JudgeAttainable(const Quantity& percent, const Interval& whole) {
  if (!whole.upper.value) return VERDICT_UNDECIDED;
  const Integer largest = Largest(whole);
  if (largest < 1) return VERDICT_UNDECIDED;  // a share of nobody
  if (AttainableWithin(percent.rounded, largest)) return VERDICT_CONSISTENT;
  const auto truncated = Truncated(percent);
  if (truncated && AttainableWithin(*truncated, largest)) {
    return VERDICT_ROUNDED_DIFFERENTLY;
  }
  return percent.vague ? VERDICT_UNDECIDED : VERDICT_CONTRADICTED;
}

const char* ToText(Operator relation) {
  switch (relation) {
    case Operator::kEqual:
      return "=";
    case Operator::kAtMost:
      return "<=";
    case Operator::kAtLeast:
      return ">=";
    case Operator::kLess:
      return "<";
    case Operator::kGreater:
      return ">";
  }
  return "?";
}

}  // namespace nianbao::core
