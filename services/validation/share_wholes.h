// The wholes that a text offers for a part.
#ifndef NIANBAO_SERVICES_VALIDATION_SHARE_WHOLES_H_
#define NIANBAO_SERVICES_VALIDATION_SHARE_WHOLES_H_

#include "services/validation/passage.h"
#include "services/validation/share_parts.h"

namespace nianbao::validation {

// Whether the figure is a count or amount: no percentage, no change.
bool IsAmount(const Mention& mention);

// Whether the part is at most the whole and of its unit.
bool CanBeWhole(const Datum& whole, const Datum& part);

// Fills in the wholes of the sentence and the paragraph before the part, and
// whether the words make one of them the base.
void CollectWholes(const Passage& passage, StatedShare& share);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SHARE_WHOLES_H_
