// Findings: checks that someone must look at, by cause, with repair hints.
#ifndef NIANBAO_SERVICES_VALIDATION_FINDINGS_H_
#define NIANBAO_SERVICES_VALIDATION_FINDINGS_H_

#include <vector>

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"
#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Groups the checks of a severity: those that one change mends, otherwise those
// that judge one figure. Sets their `finding` and the sentences of their hints.
// Checks must have their identifiers and stand in document order. Findings come
// gravest first, then in document order.
std::vector<nianbao::validation::v1::Finding> GroupFindings(
    const ReportView& view, const core::Catalogue& catalogue, Checks& checks);

// What the checks of a report come to.
nianbao::validation::v1::Outcome OutcomeOf(const Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_FINDINGS_H_
