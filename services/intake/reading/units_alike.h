// Units that the rest of a column tells.
#ifndef NIANBAO_SERVICES_INTAKE_READING_UNITS_ALIKE_H_
#define NIANBAO_SERVICES_INTAKE_READING_UNITS_ALIKE_H_

#include "services/core/fact_table.h"

namespace nianbao::intake {

// Gives the whole numbers without a unit in table column `column`, of the facts
// from `first` on, the unit that all others there have. Nothing where those are
// fewer than two or differ.
void CompleteUnits(int first, int column, core::Facts& facts);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_UNITS_ALIKE_H_
