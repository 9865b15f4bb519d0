// What digits become when a hand slips.
#ifndef NIANBAO_SERVICES_VALIDATION_DIGIT_SLIPS_H_
#define NIANBAO_SERVICES_VALIDATION_DIGIT_SLIPS_H_

#include <string>
#include <vector>

#include "nianbao/validation/v1/validation.pb.h"

namespace nianbao::validation {

// Plain decimals that a slip of the hand turns into `digits`: two digits
// swapped, one digit other, missing or too many; each once, without `digits`.
std::vector<std::string> BehindSlips(const std::string& digits);

// The slip that prints `printed` for `right`, both plain decimals; unspecified
// where it takes more than one.
nianbao::validation::v1::Slip DigitSlip(const std::string& printed,
                                        const std::string& right);

// Digits without sign, point and zeros in front.
int SignificantDigits(const std::string& digits);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_DIGIT_SLIPS_H_
