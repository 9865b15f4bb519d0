// Ranks, grades, numbers of titles and sections.
#ifndef NIANBAO_SERVICES_INTAKE_READING_RANK_NUMBERS_H_
#define NIANBAO_SERVICES_INTAKE_READING_RANK_NUMBERS_H_

#include "services/intake/reading/number_in_text.h"

namespace nianbao::intake {

// Whether the number is a rank, a grade or the number of a thing or title.
bool IsOrdinal(const NumberInText& it);

// Whether number words number a section: （一）, 一、 at the start of a text.
bool IsSectionInWords(const NumberInText& it);

// Whether digits number a section: a mark behind them at the start of a text.
bool IsSectionNumber(const NumberInText& it);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_RANK_NUMBERS_H_
