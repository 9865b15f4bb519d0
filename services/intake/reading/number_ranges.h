// Numbers that belong together: ranges, couples that share one unit.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_RANGES_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_RANGES_H_

#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"

namespace nianbao::intake {

// Gives a number the unit or kind of the one that it is coupled to, as in
// 12和15人, 20-30% and 第36-39页, and marks both ends of ranges.
void CoupleNumbers(const Chars& text, std::vector<Number>& numbers);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_RANGES_H_
