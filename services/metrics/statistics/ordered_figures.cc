#include "services/metrics/statistics/ordered_figures.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "services/core/fixed_width.h"

namespace nianbao::metrics {
namespace {

using core::Wide;

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
// Bits of a fraction's numerator once it is shifted.
constexpr int kBits = 62;
// Figures that are sorted by digits at least, and their digits.
constexpr std::size_t kFewest = 100;
constexpr int kPasses = 3;
constexpr int kDigitBits = 8;
constexpr std::uint64_t kDigits = 1 << kDigitBits;
// Steps of insertion for each figure, after which something else is tried.
constexpr std::size_t kMostSteps = 8;

// Below zero, zero or above as a is below, the same as or above b.
int Compare(const Fractions& f, std::uint32_t a, std::uint32_t b) {
  const Wide left = static_cast<Wide>(f.n[a]) * f.DenominatorAt(b);
  const Wide right = static_cast<Wide>(f.n[b]) * f.DenominatorAt(a);
  return left < right ? -1 : (left == right ? 0 : 1);
}

// For what is nearly in order; quick for all others, too.
template <typename Keyed>
void InsertionSort(std::vector<Keyed>& keyed) {
  std::size_t steps = kMostSteps * keyed.size();
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    const Keyed moving = keyed[i];
    std::size_t at = i;
    for (; at > 0 && moving < keyed[at - 1]; --at) {
      keyed[at] = keyed[at - 1];
      if (steps-- == 0) {
        keyed[at - 1] = moving;
        return std::sort(keyed.begin(), keyed.end());
      }
    }
    keyed[at] = moving;
  }
}

}  // namespace

FigureKeys::FigureKeys(const FigureSeries& series)
    : series_(series), keys_(series.rows()) {
  const Fractions& value = series.value;
  if (value.d.empty()) {
    for (std::size_t row = 0; row < keys_.size(); ++row) {
      keys_[row] = static_cast<std::uint64_t>(value.n[row]) ^ kSign;
    }
    return;
  }
  exact_ = false;
  std::uint64_t all = 0;
  for (std::size_t row = 0; row < keys_.size(); ++row) {
    const std::int64_t n = value.n[row];
    all |= static_cast<std::uint64_t>(n < 0 ? -(n + 1) : n);
  }
  const int shift = std::max(0, kBits - static_cast<int>(std::bit_width(all)));
  for (std::size_t row = 0; row < keys_.size(); ++row) {
    // Towards zero: this rises, if not strictly.
    const std::int64_t n = value.n[row] * (std::int64_t{1} << shift);
    keys_[row] = static_cast<std::uint64_t>(n / value.d[row]) ^ kSign;
  }
}

OrderedFigures::OrderedFigures(const FigureKeys& keys,
                               const std::vector<std::uint32_t>& rows)
    : series_(keys.series()) {
  rows_.reserve(rows.size());
  bool odd = false;
  for (const std::uint32_t row : rows) {
    const std::uint8_t flags = series_.flags[row];
    if ((flags & core::kBlankCell) != 0) continue;
    odd = odd || flags != 0;
    rows_.push_back(row);
  }
  ties_.assign(rows_.size(), 0);
  if (odd) {
    SortExactly();
  } else {
    SortByKeys(keys);
  }
}

void OrderedFigures::SortByKeys(const FigureKeys& keys) {
  std::vector<Keyed> sorted;
  sorted.reserve(rows_.size());
  for (std::uint32_t place = 0; place < rows_.size(); ++place) {
    sorted.emplace_back(keys.KeyOf(rows_[place]), place);
  }
  Sort(sorted);
  std::vector<std::uint32_t> rows(rows_.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    rows[i] = rows_[sorted[i].second];
  }
  rows_ = std::move(rows);
  if (!keys.exact()) return SettleTies(sorted);
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    ties_[i] = sorted[i].first == sorted[i - 1].first;
  }
}

// Three passes over the leading digits bring nearly all to their places;
// insertion does the rest.
void OrderedFigures::Sort(std::vector<Keyed>& keyed) {
  if (keyed.size() < kFewest) return std::sort(keyed.begin(), keyed.end());
  std::uint64_t least = keyed[0].first;
  std::uint64_t most = keyed[0].first;
  for (const Keyed& each : keyed) {
    least = std::min(least, each.first);
    most = std::max(most, each.first);
  }
  const int shift = std::max(
      0, static_cast<int>(std::bit_width(most - least)) - kPasses * kDigitBits);
  std::array<std::array<std::uint32_t, kDigits>, kPasses> counts = {};
  for (const Keyed& each : keyed) {
    std::uint64_t digits = (each.first - least) >> shift;
    for (auto& count : counts) {
      ++count[digits % kDigits];
      digits /= kDigits;
    }
  }
  std::vector<Keyed> other(keyed.size());
  for (int pass = 0; pass < kPasses; ++pass) {
    auto& count = counts[static_cast<std::size_t>(pass)];
    std::uint32_t before = 0;
    for (std::uint32_t& each : count) {
      each = std::exchange(before, before + each);
    }
    const int by = shift + pass * kDigitBits;
    for (const Keyed& each : keyed) {
      other[count[((each.first - least) >> by) % kDigits]++] = each;
    }
    keyed.swap(other);
  }
  InsertionSort(keyed);
}

void OrderedFigures::SettleTies(const std::vector<Keyed>& sorted) {
  const Fractions& value = series_.value;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && sorted[end].first == sorted[begin].first) {
      ++end;
    }
    if (end - begin > 1) {
      const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(begin);
      std::stable_sort(first, rows_.begin() + static_cast<std::ptrdiff_t>(end),
                       [&value](std::uint32_t a, std::uint32_t b) {
                         return Compare(value, a, b) < 0;
                       });
      for (std::size_t i = begin + 1; i < end; ++i) {
        ties_[i] = Compare(value, rows_[i - 1], rows_[i]) == 0;
      }
    }
    begin = end;
  }
}

void OrderedFigures::SortExactly() {
  std::vector<std::pair<core::Rational, std::uint32_t>> figures;
  figures.reserve(rows_.size());
  for (const std::uint32_t row : rows_) {
    figures.emplace_back(*series_.ValueAt(row), row);
  }
  std::stable_sort(
      figures.begin(), figures.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < figures.size(); ++i) {
    rows_[i] = figures[i].second;
    ties_[i] = i > 0 && figures[i].first == figures[i - 1].first;
  }
}

std::size_t OrderedFigures::CountBelow(const core::Rational& bound) const {
  const auto found = std::partition_point(
      rows_.begin(), rows_.end(),
      [&](std::uint32_t row) { return *series_.ValueAt(row) < bound; });
  return static_cast<std::size_t>(found - rows_.begin());
}

std::size_t OrderedFigures::CountAtMost(const core::Rational& bound) const {
  const auto found = std::partition_point(
      rows_.begin(), rows_.end(),
      [&](std::uint32_t row) { return *series_.ValueAt(row) <= bound; });
  return static_cast<std::size_t>(found - rows_.begin());
}

}  // namespace nianbao::metrics
