// Somebody who tries to compute what is withheld: for tests.
#ifndef NIANBAO_SERVICES_METRICS_SUPPRESSION_ATTACKER_H_
#define NIANBAO_SERVICES_METRICS_SUPPRESSION_ATTACKER_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "services/core/rational.h"

namespace nianbao::metrics {

// A sum of unknowns, each with its coefficient, and what it comes to.
struct KnownSum {
  std::vector<core::Rational> coefficients;
  core::Rational total;
};

// Whether the sum follows from the known ones, by exact elimination.
bool Follows(const std::vector<KnownSum>& known,
             const std::vector<core::Rational>& coefficients);

// The greatest that the sum can be where no unknown is below zero, by an exact
// simplex; nothing where it has no bound.
std::optional<core::Rational> Greatest(
    const std::vector<KnownSum>& known,
    const std::vector<core::Rational>& coefficients);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SUPPRESSION_ATTACKER_H_
