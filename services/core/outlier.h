// Whether a figure stands out among others. Exact, and not moved by a few wrong
// figures: it rests on medians.
#ifndef NIANBAO_SERVICES_CORE_OUTLIER_H_
#define NIANBAO_SERVICES_CORE_OUTLIER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/interval.h"
#include "services/core/rational.h"

namespace nianbao::core {

// The middle of the values, of an even number the mean of the middle two. There
// must be one value at least.
Rational MedianOf(std::vector<Rational> values);

// What is usual among figures.
struct UsualRange {
  Rational median;
  // Median distance from the median.
  Rational deviation;
  // Values that do not stand out.
  Interval range;
};

// The limits of an outlier test. InvalidArgument where one is no number that is
// at least zero.
struct OutlierLimits {
  static absl::StatusOr<OutlierLimits> Of(
      const nianbao::catalogue::v1::OutlierTest& test);

  int least_values = 0;
  Rational deviations;
  Rational tolerance;

  // What is usual beside `others`; nothing where they are too few.
  std::optional<UsualRange> Usual(const std::vector<Rational>& others) const;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_OUTLIER_H_
