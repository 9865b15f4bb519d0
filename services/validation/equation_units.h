// Figures in the unit of their equation.
#ifndef NIANBAO_SERVICES_VALIDATION_EQUATION_UNITS_H_
#define NIANBAO_SERVICES_VALIDATION_EQUATION_UNITS_H_

#include <cstddef>
#include <vector>

#include "services/core/interval.h"
#include "services/core/quantity.h"
#include "services/core/rational.h"
#include "services/validation/equation.h"

namespace nianbao::validation {

// What each figure is multiplied by, in operand order.
using Units = std::vector<core::Rational>;

core::Interval Times(const core::Interval& interval,
                     const core::Rational& factor);

// A figure's true values in the equation's unit.
core::Interval ValuesOf(const Quantities& figures, const Units& units,
                        std::size_t index);

// From 0 to 100, where all shares lie.
core::Interval Hundred();

// The figure with both of its intervals in the equation's unit, within a
// hundred for a share.
core::Quantity InUnits(const core::Quantity& figure, const core::Rational& unit,
                       bool share);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_EQUATION_UNITS_H_
