// Repairs in words.
#ifndef NIANBAO_SERVICES_VALIDATION_REPAIR_HINTS_H_
#define NIANBAO_SERVICES_VALIDATION_REPAIR_HINTS_H_

#include "nianbao/validation/v1/validation.pb.h"
#include "services/validation/figure_graph.h"
#include "services/validation/repairs.h"

namespace nianbao::validation {

// The hint that a repair gives: its slip, what to print where, and a sentence.
nianbao::validation::v1::Hint HintOf(const FigureGraph& graph,
                                     const Repair& repair);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPAIR_HINTS_H_
