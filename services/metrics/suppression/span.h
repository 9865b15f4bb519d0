// Which sums follow from other sums.
#ifndef NIANBAO_SERVICES_METRICS_SUPPRESSION_SPAN_H_
#define NIANBAO_SERVICES_METRICS_SUPPRESSION_SPAN_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace nianbao::metrics {

// All sums that can be computed from some sums by adding, subtracting and
// multiplying. A sum is a row with a coefficient for each unknown. It works
// modulo the prime 2^31 - 1: sums of totals have coefficients of zero and one,
// whose determinants are far smaller, so that what is independent stays so.
class Span {
 public:
  using Row = std::vector<std::uint32_t>;

  explicit Span(std::size_t unknowns) : unknowns_(unknowns) {}

  // Adds a sum that is known.
  void Add(Row row);

  // Whether the sum follows from those added.
  bool Determines(Row row) const;

 private:
  // Takes the known sums out of `row`; the first unknown that is left.
  std::size_t Reduce(Row& row) const;

  const std::size_t unknowns_;
  // Each with the unknown that it was solved for, in the order added; its
  // coefficient is one.
  std::vector<std::pair<std::size_t, Row>> solved_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SUPPRESSION_SPAN_H_
