#include "services/validation/slips.h"

#include <algorithm>
#include <utility>

#include "services/core/rational.h"
#include "services/core/unit.h"

namespace nianbao::validation {
namespace {

using core::Rational;

// Figures that differ by at most a fifth are near.
constexpr int kNear = 5;
constexpr int kMostDecimals = 6;

// Both as plain numbers in one unit: 46000 and 64000 for 4.6万册 and 64000册.
std::pair<std::string, std::string> DigitsOf(const Datum& a, const Datum& b) {
  const std::string& x = a.fact->figure().value();
  const std::string& y = b.fact->figure().value();
  if (a.quantity.unit == b.quantity.unit) return {x, y};
  const core::Unit one = core::FindUnit(a.quantity.unit);
  const core::Unit two = core::FindUnit(b.quantity.unit);
  if (one.dimension != two.dimension) return {x, y};
  return {core::ToRoundedText(a.quantity.value * one.factor, kMostDecimals),
          core::ToRoundedText(b.quantity.value * two.factor, kMostDecimals)};
}

// Whether the digits of one are those of the other in another order: 1167 and
// 1176.
bool AreSwapped(const Datum& a, const Datum& b) {
  auto [x, y] = DigitsOf(a, b);
  if (x == y || x.size() < 2) return false;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

// Whether they differ by a power of ten, as 元 printed for 万元.
bool AreScaled(const Datum& a, const Datum& b) {
  const auto other = InUnit(b.quantity, a.quantity.unit);
  if (!other || other->value == 0 || a.quantity.value == 0) return false;
  const Rational factor = a.quantity.value / other->value;
  for (const int power : {1, 2, 3, 4, 8}) {
    if (factor == core::PowerOfTen(power) ||
        factor == core::PowerOfTen(-power)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool DifferInOneDigit(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1 || shorter.size() < 2) return false;
  std::size_t same = 0;
  while (same < shorter.size() && longer[same] == shorter[same]) ++same;
  if (same == longer.size()) return false;  // equal
  const bool replaced = longer.size() == shorter.size();
  return longer.substr(same + 1) ==
         shorter.substr(std::min(replaced ? same + 1 : same, shorter.size()));
}

bool CanBeSlip(const Datum& a, const Datum& b) {
  const Rational x = abs(a.quantity.value);
  const Rational y = abs(InUnit(b.quantity, a.quantity.unit)->value);
  if (x == 0 || y == 0) return false;
  const Rational gap = abs(Rational(x - y));
  return gap * kNear <= std::max(x, y) || AreSwapped(a, b) || AreScaled(a, b) ||
         DifferInOneDigit(DigitsOf(a, b).first, DigitsOf(a, b).second);
}

}  // namespace nianbao::validation
