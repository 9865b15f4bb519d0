// Checks of sums and parts, made from a whole and its items.
#ifndef NIANBAO_SERVICES_VALIDATION_SUM_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_SUM_CHECKS_H_

#include <vector>

#include "services/validation/check_maker.h"
#include "services/validation/datum.h"

namespace nianbao::validation {

// A whole with what is said to make it up.
struct StatedSum {
  const Datum* whole = nullptr;
  std::vector<const Datum*> items;
  // Signs of the items; empty for all plus.
  std::vector<int> signs;
};

// Items that make up the whole exactly.
Check SumThatFits(const StatedSum& sum);

// Items that must make up the whole, with the verdict that follows.
Check SumThatMust(const StatedSum& sum);

// Items that are together more than the whole, though they may overlap.
Check SumThatOverlaps(const StatedSum& sum);

// One item that is more than the whole it is said to be part of.
Check PartTooLarge(const StatedSum& sum);

// Items that are together at most the whole.
Check PartsThatFit(const StatedSum& sum);

// Whether the items miss the whole by at most a fifth, so that they are meant
// to be it.
bool IsNearWhole(const StatedSum& sum);

// The only two or more items that make up the whole exactly, where the list is
// short enough to try; empty where none or several do.
std::vector<const Datum*> OnlySubset(const StatedSum& sum);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SUM_CHECKS_H_
