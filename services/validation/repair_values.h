// Digits with which a figure would fit a relation.
#ifndef NIANBAO_SERVICES_VALIDATION_REPAIR_VALUES_H_
#define NIANBAO_SERVICES_VALIDATION_REPAIR_VALUES_H_

#include <string>
#include <vector>

#include "services/core/interval.h"
#include "services/validation/print.h"

namespace nianbao::validation {

// Digits for the print whose true values reach into `wanted`: all that it can
// print there where they are few, otherwise the nearest and those that a slip
// of the hand turns into what is printed; and shifted points. `open` tells that
// there are more.
struct WantedDigits {
  std::vector<std::string> digits;
  bool open = false;
};
WantedDigits DigitsIn(const Print& print, const core::Interval& wanted);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPAIR_VALUES_H_
