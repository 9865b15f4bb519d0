// A figure's meaning: its number and the true values that print like it.
#ifndef NIANBAO_SERVICES_CORE_QUANTITY_H_
#define NIANBAO_SERVICES_CORE_QUANTITY_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/interval.h"

namespace nianbao::core {

// What a printed figure says of the true value, in `unit`.
struct Quantity {
  // The printed number; N of a ratio "1:N" or "N:1", A / B of any other "A:B".
  Rational value;
  // True values that print like it when rounded (half up or half even).
  Interval rounded;
  // True values that print like it when truncated or one last unit away;
  // equal to `rounded` for exact counts and hedged figures.
  Interval loose;
  // Unit in normal form.
  std::string unit;
  // Digits behind the printed point.
  int decimals = 0;
  // Whether it can never refute anything by its width: 近, 约.
  bool vague = false;
};

// The meaning of `figure`. InvalidArgument where its value is no number or a
// ratio to zero.
absl::StatusOr<Quantity> QuantityOf(const nianbao::fact::v1::Figure& figure);

// `quantity` in another unit; nothing where the units measure different
// things.
std::optional<Quantity> Convert(const Quantity& quantity,
                                std::string_view unit);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_QUANTITY_H_
