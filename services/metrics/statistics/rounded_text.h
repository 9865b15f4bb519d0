// Fractions as printed decimals, in fixed width where that holds them.
#ifndef NIANBAO_SERVICES_METRICS_STATISTICS_ROUNDED_TEXT_H_
#define NIANBAO_SERVICES_METRICS_STATISTICS_ROUNDED_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "services/core/fixed_width.h"
#include "services/core/rational.h"

namespace nianbao::metrics {

// n / d times ten to the power of -scale. The denominator is positive.
struct WideFraction {
  core::Wide n = 0;
  core::Wide d = 1;
  int scale = 0;
};

core::Rational ToRational(const WideFraction& fraction);

// a + (b - a) * top / bottom; nothing where that takes more than 128 bits. Both
// have the same scale.
std::optional<WideFraction> Between(const WideFraction& a,
                                    const WideFraction& b, std::int64_t top,
                                    std::int64_t bottom);

// As core::Decimal::Round gives it: halves away from zero.
std::string RoundedText(const WideFraction& fraction, int decimals);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_STATISTICS_ROUNDED_TEXT_H_
