// The findings among the checks, in the order in which a report shows them.
#ifndef NIANBAO_SERVICES_REPORT_FINDINGS_H_
#define NIANBAO_SERVICES_REPORT_FINDINGS_H_

#include <vector>

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/document.h"

namespace nianbao::report {

// Where a check's judged figure stands; no block where it has no place.
nianbao::document::v1::Place PlaceOf(
    const nianbao::validation::v1::Check& check);

// Checks that someone must look at: gravest first, then by place, those
// without a place last; otherwise in the order given. Pointers into `checks`.
std::vector<const nianbao::validation::v1::Check*> FindingsOf(
    const std::vector<nianbao::validation::v1::Check>& checks,
    const core::BlockIndex& blocks);

// Relations left undecided that are no findings, by place.
std::vector<const nianbao::validation::v1::Check*> UndecidedOf(
    const std::vector<nianbao::validation::v1::Check>& checks,
    const core::BlockIndex& blocks);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FINDINGS_H_
