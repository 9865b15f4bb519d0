// The equation behind a check.
#ifndef NIANBAO_SERVICES_VALIDATION_CHECK_EQUATION_H_
#define NIANBAO_SERVICES_VALIDATION_CHECK_EQUATION_H_

#include <memory>

#include "services/core/catalogue.h"
#include "services/validation/check_maker.h"
#include "services/validation/equation.h"

namespace nianbao::validation {

// The equation that gives a check the verdict that it has for its figures, in
// the order of its operands; null where its kind, roles and rule tell none, or
// none that comes to the same verdict.
std::unique_ptr<Equation> EquationOf(const Check& check,
                                     const Quantities& figures,
                                     const core::Catalogue& catalogue);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHECK_EQUATION_H_
