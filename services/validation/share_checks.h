// Checks of a share, made from its part and its whole.
#ifndef NIANBAO_SERVICES_VALIDATION_SHARE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_SHARE_CHECKS_H_

#include <vector>

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"
#include "services/validation/share_parts.h"

namespace nianbao::validation {

// The percentage in %, its true values within 0 and 100.
core::Quantity PercentOf(const Datum& datum);

// What the share comes to with that whole; undecided where it may be zero.
core::Verdict JudgeShare(const StatedShare& share, const Datum& whole);

// Whether some whole number of people of the base gives the percentage.
core::Verdict JudgeWholePeople(const core::Quantity& percent,
                               const Datum& base);

// The check with that whole and verdict.
Check DecidedShare(const StatedShare& share, const Datum& whole,
                   core::Verdict verdict);

// The check of a share whose whole is none of these for certain.
Check UndecidedShare(const StatedShare& share,
                     const std::vector<const Datum*>& wholes);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SHARE_CHECKS_H_
