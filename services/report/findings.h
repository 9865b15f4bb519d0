// Where findings stand, and what was left undecided.
#ifndef NIANBAO_SERVICES_REPORT_FINDINGS_H_
#define NIANBAO_SERVICES_REPORT_FINDINGS_H_

#include <vector>

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/document.h"

namespace nianbao::report {

// Where a check's judged figure stands; no block where it has no place.
nianbao::document::v1::Place PlaceOf(
    const nianbao::validation::v1::Check& check);

// Relations left undecided that are no findings, by place, those without a
// place last. Pointers into `checks`.
std::vector<const nianbao::validation::v1::Check*> UndecidedOf(
    const std::vector<nianbao::validation::v1::Check>& checks,
    const core::BlockIndex& blocks);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FINDINGS_H_
