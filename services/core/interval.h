// Intervals of true values, with open and closed ends.
#ifndef NIANBAO_SERVICES_CORE_INTERVAL_H_
#define NIANBAO_SERVICES_CORE_INTERVAL_H_

#include <optional>
#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/rational.h"

namespace nianbao::core {

// One end of an interval; without a value the interval has no end there.
struct Bound {
  std::optional<Rational> value;
  bool open = false;
};

// All numbers between two ends. Never empty: the lower end is not above the
// upper one.
struct Interval {
  Bound lower;
  Bound upper;

  // The interval of one number.
  static Interval Point(const Rational& value);
  // Both ends closed.
  static Interval Closed(const Rational& lower, const Rational& upper);
  // All numbers.
  static Interval Everything();

  bool IsPoint() const;
  bool Contains(const Rational& value) const;
};

Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);
Interval operator*(const Interval& a, const Interval& b);

// The quotient; nothing where `b` contains zero.
std::optional<Interval> Divide(const Interval& a, const Interval& b);

// Smallest and largest of both, end by end.
Interval Min(const Interval& a, const Interval& b);
Interval Max(const Interval& a, const Interval& b);

// Whether some number lies in both.
bool Meets(const Interval& a, const Interval& b);

// Whether some a in `a` and b in `b` have a <= b (or a < b).
bool CanBeAtMost(const Interval& a, const Interval& b);
bool CanBeLess(const Interval& a, const Interval& b);

// The part of `a` within `bounds`; `a` itself where they do not meet.
Interval Clip(const Interval& a, const Interval& bounds);

// For messages over the wire.
nianbao::fact::v1::Interval ToProto(const Interval& interval);

// For people, such as "[36.185, 36.195]" or "(5000, ∞)", rounded to
// `decimals`.
std::string ToText(const Interval& interval, int decimals);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_INTERVAL_H_
