// The value axis of a chart, in exact numbers.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_SCALE_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_SCALE_H_

#include <vector>

#include "services/core/rational.h"

namespace nianbao::report::html {

// An axis from a tick at or below all values and zero to one at or above.
struct ChartScale {
  // Ticks from bottom to top; at least two.
  std::vector<core::Rational> ticks;

  const core::Rational& bottom() const { return ticks.front(); }
  const core::Rational& top() const { return ticks.back(); }
};

// The axis for `values` with about five ticks at 1, 2 or 5 times a power of
// ten.
ChartScale ScaleOf(const std::vector<core::Rational>& values);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_SCALE_H_
