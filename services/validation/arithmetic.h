// Arithmetic of stated relations over quantities, with formulas to read.
#ifndef NIANBAO_SERVICES_VALIDATION_ARITHMETIC_H_
#define NIANBAO_SERVICES_VALIDATION_ARITHMETIC_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/interval.h"
#include "services/core/quantity.h"
#include "services/core/verdict.h"
#include "services/validation/datum.h"

namespace nianbao::validation {

// A result with the formula that leads to it.
struct Outcome {
  core::Interval interval;
  // The result of the printed numbers.
  core::Rational printed;
  // Such as "96÷268=35.82%".
  std::string formula;
  // Whether a figure in it is vague: 近, 约.
  bool vague = false;
};

// The verdict, but undecided where a vague figure alone contradicts: by its
// width it refutes nothing, on whichever side it stands.
core::Verdict Unless(bool vague, core::Verdict verdict);

// Whether the printed figure can be the outcome.
core::Verdict JudgeOutcome(const core::Quantity& reported,
                           const Outcome& outcome);

// part ÷ whole in percent, within 0 and 100. Nothing where the whole may be
// zero.
std::optional<core::Interval> ShareInterval(const core::Quantity& part,
                                            const core::Quantity& whole);

// The same with its formula: part ÷ whole in percent, within 0 and 100. Nothing
// where the whole may be zero. `decimals` is what the formula shows at least.
std::optional<Outcome> ShareOf(const core::Quantity& part,
                               const core::Quantity& whole, int decimals);

// now − before in the unit `unit`; nothing where units do not convert.
std::optional<Outcome> DifferenceOf(const core::Quantity& now,
                                    const core::Quantity& before,
                                    std::string_view unit);

// (now ÷ before − 1) in percent; nothing where `before` may be zero or the
// units do not convert.
std::optional<Outcome> GrowthOf(const core::Quantity& now,
                                const core::Quantity& before, int decimals);

// a ÷ divisor, the divisor without 万 in its unit; nothing where it may be
// zero.
std::optional<Outcome> QuotientOf(const core::Quantity& a,
                                  const core::Quantity& divisor, int decimals);

// people × each in the unit `unit`, the people without 万 in theirs; nothing
// where the unit of `each` does not convert.
std::optional<Outcome> ProductOf(const core::Quantity& people,
                                 const core::Quantity& each,
                                 std::string_view unit);

// Sum of the data in `unit`, each with its sign; nothing where units do not
// convert. `signs` may be empty for all plus.
std::optional<Outcome> SumOf(const std::vector<const Datum*>& data,
                             const std::vector<int>& signs,
                             std::string_view unit);

// Mean of the data, which have one unit.
Outcome MeanOf(const std::vector<const Datum*>& data, int decimals);

// What a mean's print says: a whole number of books for each student is
// rounded, though it counts things.
core::Quantity AsMean(const core::Quantity& quantity);

// The quantity with the opposite sign where `sign` is negative.
core::Quantity Signed(const core::Quantity& quantity, int sign);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ARITHMETIC_H_
