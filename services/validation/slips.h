// How one print of a figure may have come from another by mistake.
#ifndef NIANBAO_SERVICES_VALIDATION_SLIPS_H_
#define NIANBAO_SERVICES_VALIDATION_SLIPS_H_

#include <string>

#include "services/validation/datum.h"

namespace nianbao::validation {

// Whether the digits of one are those of the other in another order: 1167 and
// 1176.
bool AreSwapped(const Datum& a, const Datum& b);

// Whether they differ by a power of ten, as 元 printed for 万元.
bool AreScaled(const Datum& a, const Datum& b);

// Whether one digit more, less or other makes one of the other.
bool DifferInOneDigit(const std::string& a, const std::string& b);

// Whether one may be a slip for the other: by one of the above, or by being
// near it. Figures further apart are likely of two things with one name; none
// and some are two ways to count. Their units must convert.
bool CanBeSlip(const Datum& a, const Datum& b);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SLIPS_H_
