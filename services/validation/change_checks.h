// Checks of a change, made from the figures now and before.
#ifndef NIANBAO_SERVICES_VALIDATION_CHANGE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_CHANGE_CHECKS_H_

#include <string_view>

#include "services/validation/check_maker.h"
#include "services/validation/datum.h"

namespace nianbao::validation {

// A change with the two figures between which it is.
struct StatedChange {
  const Datum* change = nullptr;
  const Datum* now = nullptr;
  const Datum* before = nullptr;
  // Direction in words: 1 up, -1 down, 0 where the figure has its own sign.
  int direction = 0;
};

// What the change comes to: a difference; percentage points or growth where it
// is printed in percent. A percentage of percentages may be either.
core::Verdict JudgeChange(const StatedChange& stated);

// The check with that verdict. `kind` is "change" for a stated relation, which
// becomes "growth" for a relative change, or "table_change".
Check ChangeCheck(const StatedChange& stated, core::Verdict verdict,
                  std::string_view kind);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHANGE_CHECKS_H_
