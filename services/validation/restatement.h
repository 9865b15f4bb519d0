// Last year's column of a report against the school's report of last year.
#ifndef NIANBAO_SERVICES_VALIDATION_RESTATEMENT_H_
#define NIANBAO_SERVICES_VALIDATION_RESTATEMENT_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"
#include "services/validation/rule_checks.h"
#include "services/validation/surroundings.h"

namespace nianbao::validation {

// Appends a check of kind "restatement" for every indicator that a table of the
// report gives for the year before and that the school's submission for that
// year has: a query where they cannot be one figure. Undecided where the two
// editions name the indicator differently, or a figure is only approximate. The
// ledger tells why nothing was compared.
void CheckRestatement(const core::Catalogue& catalogue,
                      const nianbao::catalogue::v1::Edition& edition,
                      const core::FactTable& table,
                      const Surroundings& surroundings, Checks& checks,
                      Ledger& ledger);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RESTATEMENT_H_
