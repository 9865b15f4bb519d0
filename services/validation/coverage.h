// The ledger of what was looked at.
#ifndef NIANBAO_SERVICES_VALIDATION_COVERAGE_H_
#define NIANBAO_SERVICES_VALIDATION_COVERAGE_H_

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"
#include "services/validation/rule_checks.h"

namespace nianbao::validation {

// The coverage of `checks`: the rules' ledger, stated relations by kind with
// those that could not be looked for behind, and how many facts take part in a
// check with a verdict.
nianbao::validation::v1::Coverage CoverageOf(const Checks& checks,
                                             const Ledger& rules,
                                             const Ledger& not_looked_for,
                                             const core::Facts& facts);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_COVERAGE_H_
