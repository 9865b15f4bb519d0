// Exact decimal numbers as printed: digits and the number of decimals.
#ifndef NIANBAO_SERVICES_CORE_DECIMAL_H_
#define NIANBAO_SERVICES_CORE_DECIMAL_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/core/rational.h"

namespace nianbao::core {

// An exact decimal. 51.00 and 51 are the same number printed differently:
// `decimals` keeps how many digits stood behind the point.
class Decimal {
 public:
  Decimal() = default;

  // Reads digits with an optional sign and point, such as "-125" or "51.00".
  // InvalidArgument names the text where it is no such number or has more than
  // 100 digits.
  static absl::StatusOr<Decimal> Parse(std::string_view text);

  // `value` rounded to `decimals`, halves away from zero. Negative decimals
  // round to tens, hundreds and so on.
  static Decimal Round(const Rational& value, int decimals);

  // The number.
  const Rational& value() const { return value_; }

  // Digits behind the point as printed.
  int decimals() const { return decimals_; }

  // The number with exactly `decimals()` digits behind the point.
  std::string ToString() const;

 private:
  Decimal(Rational value, int decimals);

  Rational value_;
  int decimals_ = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_DECIMAL_H_
