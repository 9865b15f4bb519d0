#include "services/core/interval.h"

#include <array>

namespace nianbao::core {
namespace {

// An end on the extended line: -1 below everything, 1 above everything.
struct End {
  int infinity = 0;
  Rational value;
  bool open = false;
};

End LowerEnd(const Interval& i) {
  if (!i.lower.value) return {-1, 0, true};
  return {0, *i.lower.value, i.lower.open};
}

End UpperEnd(const Interval& i) {
  if (!i.upper.value) return {1, 0, true};
  return {0, *i.upper.value, i.upper.open};
}

int Sign(const End& e) {
  if (e.infinity != 0) return e.infinity;
  return e.value > 0 ? 1 : e.value < 0 ? -1 : 0;
}

int Compare(const End& a, const End& b) {
  if (a.infinity != b.infinity) return a.infinity < b.infinity ? -1 : 1;
  if (a.infinity != 0 || a.value == b.value) return 0;
  return a.value < b.value ? -1 : 1;
}

// Zero times anything is zero, and reached where the zero is.
End Times(const End& a, const End& b) {
  if (Sign(a) == 0 || Sign(b) == 0) {
    const bool open = (Sign(a) != 0 || a.open) && (Sign(b) != 0 || b.open);
    return {0, 0, open};
  }
  if (a.infinity != 0 || b.infinity != 0) return {Sign(a) * Sign(b), 0, true};
  return {0, a.value * b.value, a.open || b.open};
}

Bound ToBound(const End& e) {
  if (e.infinity != 0) return {};
  return {e.value, e.open};
}

Bound Add(const Bound& a, const Bound& b) {
  if (!a.value || !b.value) return {};
  return {Rational(*a.value + *b.value), a.open || b.open};
}

Interval Negate(const Interval& i) {
  Interval result;
  if (i.upper.value) result.lower = {Rational(-*i.upper.value), i.upper.open};
  if (i.lower.value) result.upper = {Rational(-*i.lower.value), i.lower.open};
  return result;
}

End Invert(const End& e, int infinity_at_zero) {
  if (e.infinity != 0) return {0, 0, true};
  if (e.value == 0) return {infinity_at_zero, 0, true};
  return {0, Rational(1) / e.value, e.open};
}

bool LowerFirst(const End& a, const End& b) {
  const int order = Compare(a, b);
  return order < 0 || (order == 0 && !a.open);
}

bool UpperFirst(const End& a, const End& b) {
  const int order = Compare(a, b);
  return order > 0 || (order == 0 && !a.open);
}

}  // namespace

Interval Interval::Point(const Rational& value) { return Closed(value, value); }

Interval Interval::Closed(const Rational& lower, const Rational& upper) {
  return {{lower, false}, {upper, false}};
}

Interval Interval::Everything() { return {}; }

bool Interval::IsPoint() const {
  return lower.value && upper.value && *lower.value == *upper.value;
}

bool Interval::Contains(const Rational& value) const {
  return Meets(*this, Point(value));
}

Interval operator+(const Interval& a, const Interval& b) {
  return {Add(a.lower, b.lower), Add(a.upper, b.upper)};
}

Interval operator-(const Interval& a, const Interval& b) {
  return a + Negate(b);
}

Interval operator*(const Interval& a, const Interval& b) {
  const std::array<End, 4> ends = {
      Times(LowerEnd(a), LowerEnd(b)), Times(LowerEnd(a), UpperEnd(b)),
      Times(UpperEnd(a), LowerEnd(b)), Times(UpperEnd(a), UpperEnd(b))};
  End low = ends[0];
  End high = ends[0];
  for (const End& end : ends) {
    if (LowerFirst(end, low)) low = end;
    if (UpperFirst(end, high)) high = end;
  }
  return {ToBound(low), ToBound(high)};
}

std::optional<Interval> Divide(const Interval& a, const Interval& b) {
  const End low = LowerEnd(b);
  const End high = UpperEnd(b);
  const bool positive = Sign(low) > 0 || (Sign(low) == 0 && low.open);
  const bool negative = Sign(high) < 0 || (Sign(high) == 0 && high.open);
  if (!positive && !negative) return std::nullopt;
  return a * Interval{ToBound(Invert(high, -1)), ToBound(Invert(low, 1))};
}

Interval Min(const Interval& a, const Interval& b) {
  const End low =
      LowerFirst(LowerEnd(a), LowerEnd(b)) ? LowerEnd(a) : LowerEnd(b);
  const End high =
      UpperFirst(UpperEnd(a), UpperEnd(b)) ? UpperEnd(b) : UpperEnd(a);
  return {ToBound(low), ToBound(high)};
}

Interval Max(const Interval& a, const Interval& b) {
  return Negate(Min(Negate(a), Negate(b)));
}

bool CanBeAtMost(const Interval& a, const Interval& b) {
  const End low = LowerEnd(a);
  const End high = UpperEnd(b);
  const int order = Compare(low, high);
  return order < 0 || (order == 0 && !low.open && !high.open);
}

bool CanBeLess(const Interval& a, const Interval& b) {
  return Compare(LowerEnd(a), UpperEnd(b)) < 0;
}

bool Meets(const Interval& a, const Interval& b) {
  return CanBeAtMost(a, b) && CanBeAtMost(b, a);
}

Interval Clip(const Interval& a, const Interval& bounds) {
  if (!Meets(a, bounds)) return a;
  Interval result = a;
  if (!LowerFirst(LowerEnd(bounds), LowerEnd(a))) result.lower = bounds.lower;
  if (!UpperFirst(UpperEnd(bounds), UpperEnd(a))) result.upper = bounds.upper;
  return result;
}

nianbao::fact::v1::Interval ToProto(const Interval& interval) {
  nianbao::fact::v1::Interval proto;
  if (interval.lower.value) proto.set_lower(ToText(*interval.lower.value));
  if (interval.upper.value) proto.set_upper(ToText(*interval.upper.value));
  proto.set_lower_open(interval.lower.open);
  proto.set_upper_open(interval.upper.open);
  return proto;
}

std::string ToText(const Interval& interval, int decimals) {
  if (interval.IsPoint()) return ToRoundedText(*interval.lower.value, decimals);
  std::string text = interval.lower.open || !interval.lower.value ? "(" : "[";
  text += interval.lower.value ? ToRoundedText(*interval.lower.value, decimals)
                               : "-∞";
  text += ", ";
  text += interval.upper.value ? ToRoundedText(*interval.upper.value, decimals)
                               : "∞";
  text += interval.upper.open || !interval.upper.value ? ")" : "]";
  return text;
}

}  // namespace nianbao::core
