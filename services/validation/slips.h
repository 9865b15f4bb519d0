// How one print of a figure may have come from another by mistake.
#ifndef NIANBAO_SERVICES_VALIDATION_SLIPS_H_
#define NIANBAO_SERVICES_VALIDATION_SLIPS_H_

#include <string>

#include "services/validation/datum.h"

namespace nianbao::validation {

// Whether one digit more, less or other makes one of the other.
bool DifferInOneDigit(const std::string& a, const std::string& b);

// Whether one may be a slip for the other: digits in another order, a power of
// ten, one digit, or near it. Figures further apart are likely of two things
// with one name; none and some are two ways to count. Their units must convert.
bool CanBeSlip(const Datum& a, const Datum& b);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SLIPS_H_
