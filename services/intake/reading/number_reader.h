// What stands around a numeral: hedges, signs, multipliers and unit.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_READER_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_READER_H_

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/numerals.h"

namespace nianbao::intake {

// The number whose numeral starts at `at`, with all that belongs to it. Its
// kind is left open.
Number ReadNumber(const Chars& text, const Lexicon& lexicon, int at,
                  const Numeral& numeral);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_READER_H_
