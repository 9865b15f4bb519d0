// Numbers as a section of a format code shows them.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_PRINT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_PRINT_H_

#include <string>

#include "services/core/rational.h"
#include "services/intake/readers/sheet/format_section.h"

namespace nianbao::intake {

// `size`, which is not negative, through a section without dates.
std::string PrintNumber(const core::Rational& size,
                        const FormatSection& section);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_PRINT_H_
