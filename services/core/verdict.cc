#include "services/core/verdict.h"

namespace nianbao::core {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

Verdict When(bool possible) {
  return possible ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED;
}

// Whether `percents` holds 100 k / n for some 0 <= k <= n, 1 <= n <= whole.
// The smallest such n is found by walking the Stern-Brocot tree between the
// ends, whose fractions come in order of their denominators.
bool AttainableWithin(const Interval& percents, const Integer& whole) {
  const Interval shares =
      percents * Interval::Point(Rational(1, 100));
  if (shares.Contains(0) || shares.Contains(1)) return whole >= 1;
  Integer low_num = 0, low_den = 1, high_num = 1, high_den = 1;
  while (low_den + high_den <= whole) {
    const Rational middle(Integer(low_num + high_num),
                          Integer(low_den + high_den));
    if (shares.Contains(middle)) return true;
    if (CanBeLess(Interval::Point(middle), shares)) {
      low_num += high_num;
      low_den += high_den;
    } else {
      high_num += low_num;
      high_den += low_den;
    }
  }
  return false;
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
  return When(AttainableWithin(percent.rounded, Floor(*whole.upper.value)));
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
