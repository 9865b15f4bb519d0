// Verdicts: what intervals prove of a relation.
#ifndef NIANBAO_SERVICES_CORE_VERDICT_H_
#define NIANBAO_SERVICES_CORE_VERDICT_H_

#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/interval.h"
#include "services/core/quantity.h"

namespace nianbao::core {

using nianbao::validation::v1::Verdict;

// Relations between two sides.
enum class Operator { kEqual, kAtMost, kAtLeast, kLess, kGreater };

// Whether the printed figure `reported` can equal a true value in `computed`.
// Undecided where only a vague hedge (近, 约) keeps them apart.
Verdict JudgeEqual(const Quantity& reported, const Interval& computed);

// Whether `left` and `right` can stand in the relation. An equality of two
// computed sides is never `rounded_differently`.
Verdict Judge(const Interval& left, Operator relation, const Interval& right);

// Whether a percentage that prints as `percent` is the share of some whole
// number of people in a group of 1 to `whole` people; rounded_differently where
// only a truncated one is. Undecided where `whole` has no end or holds nobody.
Verdict JudgeAttainable(const Quantity& percent, const Interval& whole);

// The operator as the expression language writes it, such as "<=".
const char* ToText(Operator relation);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_VERDICT_H_
