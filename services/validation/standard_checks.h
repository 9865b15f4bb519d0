// Numeric standards of the catalogue against a report's facts.
#ifndef NIANBAO_SERVICES_VALIDATION_STANDARD_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_STANDARD_CHECKS_H_

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"
#include "services/validation/surroundings.h"

namespace nianbao::validation {

// Appends a check of kind "standard" without a verdict for every standard that
// applies to the school at the data year's statistic day: a query where it is
// missed, a note where the standard is a draft. A standard whose figures are
// blank gets a check that says so.
void CheckStandards(const core::Catalogue& catalogue,
                    const core::FactTable& table, int data_year,
                    const School& school, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_STANDARD_CHECKS_H_
