// Checks of an order between two figures.
#ifndef NIANBAO_SERVICES_VALIDATION_ORDER_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_ORDER_CHECKS_H_

#include "services/core/verdict.h"
#include "services/validation/check_maker.h"
#include "services/validation/datum.h"

namespace nianbao::validation {

// Whether `left` can stand in that order to the limit `right`, which is what it
// prints; undecided where the units differ or only a hedge keeps them apart.
core::Verdict JudgeOrder(const Datum& left, core::Operator order,
                         const Datum& right);

// The same for two figures, behind which stand true values.
core::Verdict JudgeOrderOfFigures(const Datum& left, core::Operator order,
                                  const Datum& right);

// The check of kind "order" with that verdict.
Check OrderCheck(const Datum& left, core::Operator order, const Datum& right,
                 core::Verdict verdict);

// The same for two whole numbers of the text.
Check OrderCheck(const TextFigure& left, int left_value,
                 const TextFigure& right, int right_value);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ORDER_CHECKS_H_
