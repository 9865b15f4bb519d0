// Numeric standards of the catalogue against a report's facts.
#ifndef NIANBAO_SERVICES_VALIDATION_STANDARD_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_STANDARD_CHECKS_H_

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

// Appends a check of kind "standard" without a verdict for every standard in
// the edition's data year: a query where it is missed. A standard whose figures
// are blank gets a check that says so.
void CheckStandards(const core::Catalogue& catalogue,
                    const core::FactTable& table, int data_year,
                    Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_STANDARD_CHECKS_H_
