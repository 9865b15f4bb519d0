// Dates and times as a section of a format code shows them.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_DATE_PRINT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_DATE_PRINT_H_

#include <optional>
#include <string>

#include "services/core/rational.h"
#include "services/intake/readers/sheet/format_section.h"

namespace nianbao::intake {

// The day `serial` counts from the end of 1899 (or from 1904) as a section
// with dates shows it; nothing where it is before or after all calendars of
// spreadsheets.
std::optional<std::string> PrintDate(const core::Rational& serial,
                                     const FormatSection& section,
                                     bool from_1904);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_DATE_PRINT_H_
