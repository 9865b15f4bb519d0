// What a figure is of: an indicator and a year.
#ifndef NIANBAO_SERVICES_METRICS_FIGURE_KEY_H_
#define NIANBAO_SERVICES_METRICS_FIGURE_KEY_H_

#include <compare>
#include <string>
#include <utility>

namespace nianbao::metrics {

// An indicator's figure for a year.
struct FigureKey {
  std::string indicator;
  int year = 0;

  friend auto operator<=>(const FigureKey&, const FigureKey&) = default;

  template <typename H>
  friend H AbslHashValue(H h, const FigureKey& key) {
    return H::combine(std::move(h), key.indicator, key.year);
  }
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_FIGURE_KEY_H_
