#include "services/core/outlier.h"

#include <algorithm>
#include <string>

#include "services/core/decimal.h"
#include "services/core/errors.h"

namespace nianbao::core {
namespace {

Rational Distance(const Rational& a, const Rational& b) {
  return a < b ? Rational(b - a) : Rational(a - b);
}

absl::StatusOr<Rational> LimitOf(const std::string& text) {
  NIANBAO_ASSIGN_OR_RETURN(const Decimal limit, Decimal::Parse(text));
  if (limit.value() >= 0) return limit.value();
  return MakeError(absl::StatusCode::kInvalidArgument,
                   "\"" + text + "\" is below zero; write zero or more",
                   {.reason = "BAD_LIMIT", .metadata = {{"limit", text}}});
}

}  // namespace

Rational MedianOf(std::vector<Rational> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

absl::StatusOr<OutlierLimits> OutlierLimits::Of(
    const nianbao::catalogue::v1::OutlierTest& test) {
  OutlierLimits limits;
  limits.least_values = test.least_values();
  NIANBAO_ASSIGN_OR_RETURN(limits.deviations, LimitOf(test.deviations()));
  NIANBAO_ASSIGN_OR_RETURN(limits.tolerance, LimitOf(test.tolerance()));
  limits.tolerance /= 100;
  return limits;
}

std::optional<UsualRange> OutlierLimits::Usual(
    const std::vector<Rational>& others) const {
  if (others.empty() || static_cast<int>(others.size()) < least_values) {
    return std::nullopt;
  }
  UsualRange usual;
  usual.median = MedianOf(others);
  std::vector<Rational> distances;
  distances.reserve(others.size());
  for (const Rational& other : others) {
    distances.push_back(Distance(other, usual.median));
  }
  usual.deviation = MedianOf(std::move(distances));
  const Rational allowed =
      std::max(Rational(usual.deviation * deviations),
               Rational(Distance(usual.median, 0) * tolerance));
  usual.range =
      Interval::Closed(usual.median - allowed, usual.median + allowed);
  return usual;
}

}  // namespace nianbao::core
