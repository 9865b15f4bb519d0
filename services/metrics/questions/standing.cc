#include "services/metrics/questions/standing.h"

#include <cstddef>

namespace nianbao::metrics {

core::Rational LinearQuantile(const std::vector<core::Rational>& sorted,
                              const core::Rational& p) {
  const core::Rational place = p * (sorted.size() - 1);
  const core::Integer whole = core::Floor(place);
  const auto below = whole.convert_to<std::size_t>();
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] +
         (place - core::Rational(whole)) * (sorted[below + 1] - sorted[below]);
}

Standing StandingOf(const core::Quantity& own,
                    const std::vector<core::Quantity>& others, int blanks) {
  // Others that are better and worse by the printed figures, for certain, and
  // for some true values.
  int better = 0;
  int worse = 0;
  int surely_better = 0;
  int surely_worse = 0;
  int maybe_better = blanks;
  int maybe_worse = blanks;
  for (const core::Quantity& other : others) {
    if (other.value > own.value) ++better;
    if (other.value < own.value) ++worse;
    if (!core::CanBeAtMost(other.rounded, own.rounded)) ++surely_better;
    if (!core::CanBeAtMost(own.rounded, other.rounded)) ++surely_worse;
    if (core::CanBeLess(own.rounded, other.rounded)) ++maybe_better;
    if (core::CanBeLess(other.rounded, own.rounded)) ++maybe_worse;
  }
  Standing standing;
  standing.rank = better + 1;
  standing.best = surely_better + 1;
  standing.worst = maybe_better + 1;
  const int count = static_cast<int>(others.size());
  if (count > 0) {
    const int ties = count - better - worse;
    standing.percentile = core::Rational(100 * (2 * worse + ties), 2 * count);
  }
  if (count + blanks > 0) {
    const int all = count + blanks;
    standing.least_percentile = core::Rational(100 * surely_worse, all);
    standing.greatest_percentile = core::Rational(100 * maybe_worse, all);
  }
  return standing;
}

}  // namespace nianbao::metrics
