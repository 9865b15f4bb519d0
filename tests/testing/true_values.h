// A brute-force oracle for intervals: true values, one by one.
#ifndef NIANBAO_TESTS_TESTING_TRUE_VALUES_H_
#define NIANBAO_TESTS_TESTING_TRUE_VALUES_H_

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "services/core/interval.h"

namespace nianbao::testing {

// How near to an open end values are taken, and how far out where there is no
// end.
inline core::Rational Nearness() { return core::Rational(1, 1000000000); }
inline core::Rational Farness() { return core::Rational(1000000000); }

// Some numbers of the interval: its ends or numbers next to them, numbers far
// out where it has none, and numbers in between, zero among them.
inline std::vector<core::Rational> TrueValues(const core::Interval& interval) {
  using core::Rational;
  const auto& [lower, upper] = interval;
  const Rational low = lower.value ? *lower.value : Rational(-Farness());
  const Rational high = upper.value ? *upper.value : Farness();
  std::vector<Rational> values;
  for (const Rational& value :
       {low, Rational(low + Nearness()), Rational((low * 2 + high) / 3),
        Rational((low + high) / 2), Rational(0), Nearness(),
        Rational(-Nearness()), Rational(high - Nearness()), high}) {
    if (interval.Contains(value)) values.push_back(value);
  }
  return values;
}

// All results of `function` over one value of each list; nothing is skipped but
// what `function` has no result for.
inline std::vector<core::Rational> AllResults(
    const std::vector<std::vector<core::Rational>>& lists,
    const std::function<std::optional<core::Rational>(
        const std::vector<core::Rational>&)>& function) {
  std::vector<core::Rational> results;
  std::vector<core::Rational> chosen(lists.size());
  const std::function<void(std::size_t)> choose = [&](std::size_t at) {
    if (at == lists.size()) {
      if (const auto result = function(chosen)) results.push_back(*result);
      return;
    }
    for (const core::Rational& value : lists[at]) {
      chosen[at] = value;
      choose(at + 1);
    }
  };
  choose(0);
  return results;
}

// What is wrong with `interval` as the interval of all `results`: a result lies
// outside of it, or none lies at or next to an end; "" where it is right.
inline std::string Misfit(const core::Interval& interval,
                          const std::vector<core::Rational>& results) {
  using core::Rational;
  const Rational close(1, 1000);
  const Rational far(1000);
  for (const Rational& result : results) {
    if (!interval.Contains(result)) return result.str() + " is outside";
  }
  const auto [low, high] = std::minmax_element(results.begin(), results.end());
  const auto misfit = [&](const core::Bound& bound, const Rational& nearest) {
    if (!bound.value) return abs(nearest) < far;
    const Rational gap = abs(nearest - *bound.value);
    return bound.open ? gap > close : gap != 0;
  };
  if (misfit(interval.lower, *low)) return low->str() + " is the lowest";
  if (misfit(interval.upper, *high)) return high->str() + " is the highest";
  return "";
}

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_TRUE_VALUES_H_
