// Ranks of schools, and where rounding and gaps leave them open.
#ifndef NIANBAO_SERVICES_METRICS_STATISTICS_RANKS_H_
#define NIANBAO_SERVICES_METRICS_STATISTICS_RANKS_H_

#include <cstdint>
#include <vector>

#include "nianbao/metrics/v1/ranks.pb.h"
#include "services/metrics/columns/figure_series.h"
#include "services/metrics/statistics/ordered_figures.h"

namespace nianbao::metrics {

// The rank of a row among those of its group. Percentages are in hundredths of
// a percent; kNoShare where there is no other school, and for a blank.
struct FigureRank {
  static constexpr std::int32_t kNoShare = -1;

  std::uint32_t row = 0;
  // Zero for a blank.
  std::int32_t rank = 0;
  std::int32_t best = 0;
  std::int32_t worst = 0;
  std::int32_t percentile = kNoShare;
  std::int32_t least_percentile = kNoShare;
  std::int32_t greatest_percentile = kNoShare;
};

// Ranks by the printed figures alone: only `row` and `rank` are set, in the
// order of ranks; blanks are left out.
std::vector<FigureRank> PlainRanks(const OrderedFigures& figures,
                                   nianbao::metrics::v1::RankOrder order,
                                   nianbao::metrics::v1::RankTies ties);

// Ranks with bands: over all true values that the rounding of the figures
// allows, while a blank may be any number, a school's best and worst rank, and
// its least and greatest percentage of others that it is better than. By rank,
// then in the order of `rows`, blanks last.
std::vector<FigureRank> RankFigures(const FigureSeries& series,
                                    const std::vector<std::uint32_t>& rows,
                                    nianbao::metrics::v1::RankOrder order,
                                    nianbao::metrics::v1::RankTies ties);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_STATISTICS_RANKS_H_
