#include "services/report/renderers/html/chart_scale.h"

#include <algorithm>

namespace nianbao::report::html {
namespace {

using core::Rational;

constexpr int kSteps = 4;

// The smallest of 1, 2, 5 times a power of ten that is at least `least`.
Rational NiceStep(const Rational& least) {
  Rational power = 1;
  while (power > least) power /= 10;
  while (power * 10 <= least) power *= 10;
  for (const int factor : {1, 2, 5}) {
    if (power * factor >= least) return power * factor;
  }
  return power * 10;
}

}  // namespace

ChartScale ScaleOf(const std::vector<Rational>& values) {
  Rational low = 0;
  Rational high = 0;
  for (const Rational& value : values) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (low == high) high = 1;
  const Rational step = NiceStep((high - low) / kSteps);
  const core::Integer first = core::Floor(low / step);
  const core::Integer last = core::Ceiling(high / step);
  ChartScale scale;
  for (core::Integer i = first; i <= last; ++i) {
    scale.ticks.push_back(Rational(i) * step);
  }
  return scale;
}

}  // namespace nianbao::report::html
