// Numbers as a section of a format code shows them.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_PRINT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_PRINT_H_

#include <string>

#include "services/intake/readers/sheet/format_section.h"
#include "services/intake/readers/sheet/stored_number.h"

namespace nianbao::intake {

// `number` without its sign through a section without dates.
std::string PrintNumber(const StoredNumber& number,
                        const FormatSection& section);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_PRINT_H_
