// Figures that stand out among the school's own of other years, or among other
// schools'.
#ifndef NIANBAO_SERVICES_VALIDATION_OUTLIER_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_OUTLIER_CHECKS_H_

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"
#include "services/validation/rule_checks.h"
#include "services/validation/surroundings.h"

namespace nianbao::validation {

// Appends a check of kind "outlier" without a verdict for every figure of the
// data year that the catalogue's outlier tests could compare, and an entry for
// every test to the ledger. Approximate figures are left out on both sides; a
// figure stands out where all its true values do.
void CheckOutliers(const core::Catalogue& catalogue,
                   const core::FactTable& table, int data_year,
                   const Surroundings& surroundings, Checks& checks,
                   Ledger& ledger);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_OUTLIER_CHECKS_H_
