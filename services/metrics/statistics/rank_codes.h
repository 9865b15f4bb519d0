// Figures and their bounds as whole numbers in the same order.
#ifndef NIANBAO_SERVICES_METRICS_STATISTICS_RANK_CODES_H_
#define NIANBAO_SERVICES_METRICS_STATISTICS_RANK_CODES_H_

#include <cstdint>
#include <vector>

#include "services/metrics/columns/figure_series.h"

namespace nianbao::metrics {

// A figure with its bounds: codes of a group compare as the numbers do that
// they stand for. An open end lies between the number and its neighbours; equal
// low and high mean an exact figure.
struct CodedFigure {
  std::uint32_t row = 0;
  std::int32_t value = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;
};

// The figures of some rows in their order; blanks are left out. With `falling`
// the order is turned round, so that the least has the greatest code.
std::vector<CodedFigure> CodeFigures(const FigureSeries& series,
                                     const std::vector<std::uint32_t>& rows,
                                     bool falling);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_STATISTICS_RANK_CODES_H_
