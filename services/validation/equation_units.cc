#include "services/validation/equation_units.h"

namespace nianbao::validation {

using core::Interval;
using core::Quantity;
using core::Rational;

Interval Times(const Interval& interval, const Rational& factor) {
  return factor == 1 ? interval : interval * Interval::Point(factor);
}

Interval ValuesOf(const Quantities& figures, const Units& units,
                  std::size_t index) {
  return Times(figures[index].rounded, units[index]);
}

Interval Hundred() { return Interval::Closed(0, 100); }

Quantity InUnits(const Quantity& figure, const Rational& unit, bool share) {
  Quantity scaled = figure;
  scaled.rounded = Times(figure.rounded, unit);
  scaled.loose = Times(figure.loose, unit);
  if (share) {
    scaled.rounded = core::Clip(scaled.rounded, Hundred());
    scaled.loose = core::Clip(scaled.loose, Hundred());
  }
  return scaled;
}

}  // namespace nianbao::validation
