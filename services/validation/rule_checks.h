// The catalogue's rules over a report's facts.
#ifndef NIANBAO_SERVICES_VALIDATION_RULE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_RULE_CHECKS_H_

#include <vector>

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/core/rule_scope.h"
#include "services/validation/check_maker.h"
#include "services/validation/rule_results.h"

namespace nianbao::validation {

using Ledger = std::vector<nianbao::validation::v1::Coverage::Entry>;

// What became of one rule: a check for every year whose figures are there, and
// how often it ran, or why it did not.
struct RuleOutcome {
  Checks checks;
  nianbao::validation::v1::Coverage::Entry entry;
};

// Checks `rules` in their order. Rules that recompute one concept must come
// together: what one of them settles, the others do not deny.
std::vector<RuleOutcome> CheckEach(const core::Catalogue& catalogue,
                                   const core::RuleScope& scope,
                                   const core::FactTable& table,
                                   const Rules& rules);

// Appends the checks of all rules of the catalogue, and an entry for each to
// the ledger.
void CheckRules(const core::Catalogue& catalogue, const core::RuleScope& scope,
                const core::FactTable& table, Checks& checks, Ledger& ledger);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RULE_CHECKS_H_
