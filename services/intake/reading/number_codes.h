// Digits that are codes: dotted section numbers, telephones, full dates.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_CODES_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_CODES_H_

#include <optional>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"

namespace nianbao::intake {

// A code that starts at a character.
struct NumberCode {
  int end = 0;
  NumberKind kind = NumberKind::kName;
};

// The code that starts at `at`: 3.2.1, 2021-09-01, 0570-8012345, 8:30:00,
// 978-7-04-1234-5, 3:4:3. Nothing where one number stands there.
std::optional<NumberCode> CodeAt(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_CODES_H_
