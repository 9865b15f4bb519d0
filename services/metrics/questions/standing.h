// Where a figure stands among others.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_STANDING_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_STANDING_H_

#include <optional>
#include <string>
#include <vector>

#include "services/core/quantity.h"
#include "services/core/rational.h"

namespace nianbao::metrics {

// The quantile between the figures around place 1 + p(n - 1) in proportion:
// type 7 of Hyndman and Fan. `sorted` has one at least; `p` is from 0 to 1.
core::Rational LinearQuantile(const std::vector<core::Rational>& sorted,
                              const core::Rational& p);

// Ranks of a figure among others, the greatest first.
struct Standing {
  int rank = 0;
  int best = 0;
  int worst = 0;
  // Percentage of the others that it is better than; nothing without others.
  std::optional<core::Rational> percentile;
  std::optional<core::Rational> least_percentile;
  std::optional<core::Rational> greatest_percentile;
};

// The standing of `own` among `others`, beside whom `blanks` have no figure and
// may be anything. Equal figures share the best of their ranks; ties count half
// in a percentile.
Standing StandingOf(const core::Quantity& own,
                    const std::vector<core::Quantity>& others, int blanks);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_STANDING_H_
