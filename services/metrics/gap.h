// Why an indicator could not be computed.
#ifndef NIANBAO_SERVICES_METRICS_GAP_H_
#define NIANBAO_SERVICES_METRICS_GAP_H_

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/metrics/indicator_graph.h"
#include "services/metrics/printed_figures.h"

namespace nianbao::metrics {

// The gap of a derived indicator without a value. The reason names each blank
// input with its year, and each figure that can't be used with how it is
// printed; where all are there, the divisor is zero.
nianbao::metrics::v1::Gap MakeGap(
    const core::Catalogue& catalogue, const PrintedFigures& printed,
    const nianbao::catalogue::v1::Indicator& indicator, int year,
    const Derived& derived);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_GAP_H_
