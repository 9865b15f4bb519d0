// How a school stands to a standard.
#ifndef NIANBAO_SERVICES_METRICS_ATTAINMENT_H_
#define NIANBAO_SERVICES_METRICS_ATTAINMENT_H_

#include <vector>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/metrics/computed_facts.h"
#include "services/metrics/indicator_graph.h"

namespace nianbao::metrics {

// Whether a standard's relation holds for figures looked up by its references:
// attained where it holds for all true values that they allow, missed where it
// holds for none, open otherwise, as where one is blank. A hedge such as 约
// leaves open what it would make missed.
nianbao::metrics::v1::Attainment::State StateOf(
    const core::Relation& relation, const std::vector<Operand>& operands);

// Judges the standard for `year` on the school's figures as printed, or else
// computed: attained where it holds for all true values that they allow,
// missed where it holds for none, open otherwise. A hedge such as 约 leaves a
// standard open that it would make missed.
nianbao::metrics::v1::Attainment JudgeStandard(
    const core::Catalogue& catalogue,
    const nianbao::catalogue::v1::Standard& standard, int year,
    IndicatorGraph& graph, ComputedFacts& computed);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_ATTAINMENT_H_
