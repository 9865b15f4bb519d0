// Statistics over figures. All exact: only what is printed is rounded.
#ifndef NIANBAO_SERVICES_METRICS_STATISTICS_STATISTICS_H_
#define NIANBAO_SERVICES_METRICS_STATISTICS_STATISTICS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/scope.pb.h"
#include "services/core/rational.h"
#include "services/metrics/statistics/ordered_figures.h"

namespace nianbao::metrics {

// A statistic that was checked.
struct AskedStatistic {
  nianbao::metrics::v1::Statistic::Kind kind =
      nianbao::metrics::v1::Statistic::KIND_UNSPECIFIED;
  nianbao::metrics::v1::PercentileMethod method =
      nianbao::metrics::v1::PERCENTILE_METHOD_UNSPECIFIED;
  // Of a percentile, median or quartile: from 0 to 1.
  core::Rational part;
  // Of a share.
  core::Rational bound;
};

// InvalidArgument where the kind or method is unknown, or a percent or bound is
// no number or out of its range.
absl::StatusOr<AskedStatistic> CheckStatistic(
    const nianbao::metrics::v1::Statistic& asked);

// The percentile at `part` (0.5 for the median). There must be one figure.
core::Rational PercentileOf(const OrderedFigures& figures,
                            const core::Rational& part,
                            nianbao::metrics::v1::PercentileMethod method);

// The mean rounded half up, away from zero, to `decimals`. There must be one
// figure.
std::string MeanText(const OrderedFigures& figures, int decimals);

// The statistic rounded to `decimals`, shares to two; without a value where
// there is no figure.
nianbao::metrics::v1::StatisticValue ComputeStatistic(
    const AskedStatistic& asked, const OrderedFigures& figures, int decimals);

// Figures in each bin and behind the last end. `ends` rise.
std::vector<std::int32_t> CountBins(const OrderedFigures& figures,
                                    const std::vector<core::Rational>& ends);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_STATISTICS_STATISTICS_H_
