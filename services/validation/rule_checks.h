// The catalogue's rules over a report's facts.
#ifndef NIANBAO_SERVICES_VALIDATION_RULE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_RULE_CHECKS_H_

#include <string>
#include <vector>

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

using Ledger = std::vector<nianbao::validation::v1::Coverage::Entry>;

// Appends a check for every rule of the edition and every year whose figures
// are there, and an entry for every rule of the catalogue to the ledger: how
// often it ran, or why it did not.
void CheckRules(const core::Catalogue& catalogue, const std::string& edition,
                const core::FactTable& table, Checks& checks, Ledger& ledger);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RULE_CHECKS_H_
