// A rule of the catalogue as an equation over a check's figures.
#ifndef NIANBAO_SERVICES_VALIDATION_RULE_EQUATION_H_
#define NIANBAO_SERVICES_VALIDATION_RULE_EQUATION_H_

#include <memory>

#include "services/core/catalogue.h"
#include "services/validation/check_maker.h"
#include "services/validation/equation.h"

namespace nianbao::validation {

// The rule of the check over its operands, which stand in the order of the
// rule's references; null where it has no such rule or not all of its figures.
// It can be solved for a single figure on its left side.
std::unique_ptr<Equation> RuleEquation(const Check& check,
                                       const core::Catalogue& catalogue);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RULE_EQUATION_H_
