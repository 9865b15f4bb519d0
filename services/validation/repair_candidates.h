// Changes of single values that mend something and break nothing.
#ifndef NIANBAO_SERVICES_VALIDATION_REPAIR_CANDIDATES_H_
#define NIANBAO_SERVICES_VALIDATION_REPAIR_CANDIDATES_H_

#include <cstddef>
#include <set>
#include <vector>

#include "services/validation/figure_graph.h"
#include "services/validation/repairs.h"
#include "services/validation/slip_names.h"

namespace nianbao::validation {

// All changes of a value of the relations `broken` that make one of them hold,
// with their points; each value with some digits once.
std::vector<Repair> RepairCandidates(const FigureGraph& graph,
                                     const SlipNames& slips,
                                     const std::vector<std::size_t>& broken);

// Whether the repair makes the relation hold.
bool Mends(const Repair& repair, std::size_t relation);

// The relations of all values that change.
std::set<std::size_t> RelationsOf(const FigureGraph& graph,
                                  const Change& change);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPAIR_CANDIDATES_H_
