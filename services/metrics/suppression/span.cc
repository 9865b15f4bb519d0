#include "services/metrics/suppression/span.h"

#include <algorithm>

namespace nianbao::metrics {
namespace {

constexpr std::uint64_t kPrime = 2147483647;

std::uint64_t Inverse(std::uint64_t value) {
  std::uint64_t result = 1;
  for (std::uint64_t exponent = kPrime - 2; exponent > 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) result = result * value % kPrime;
    value = value * value % kPrime;
  }
  return result;
}

}  // namespace

std::size_t Span::Reduce(Row& row) const {
  for (const auto& [pivot, known] : solved_) {
    const std::uint64_t factor = row[pivot];
    if (factor == 0) continue;
    for (std::size_t i = 0; i < unknowns_; ++i) {
      if (known[i] == 0) continue;
      row[i] = static_cast<std::uint32_t>(
          (row[i] + (kPrime - factor) * known[i]) % kPrime);
    }
  }
  const auto left =
      std::find_if(row.begin(), row.end(), [](auto each) { return each != 0; });
  return static_cast<std::size_t>(left - row.begin());
}

void Span::Add(Row row) {
  const std::size_t pivot = Reduce(row);
  if (pivot == unknowns_) return;
  const std::uint64_t scale = Inverse(row[pivot]);
  for (auto& each : row) {
    each = static_cast<std::uint32_t>(each * scale % kPrime);
  }
  solved_.emplace_back(pivot, std::move(row));
}

bool Span::Determines(Row row) const { return Reduce(row) == unknowns_; }

}  // namespace nianbao::metrics
