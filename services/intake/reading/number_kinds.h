// Tells figures from dates, ordinals, names and modifiers.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_KINDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_KINDS_H_

#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/number_in_text.h"

namespace nianbao::intake {

// What the number is.
NumberKind KindOf(const NumberInText& it);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_KINDS_H_
