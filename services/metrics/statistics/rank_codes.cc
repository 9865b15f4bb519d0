#include "services/metrics/statistics/rank_codes.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

#include "services/core/fixed_width.h"
#include "services/core/rational.h"

namespace nianbao::metrics {
namespace {

using core::Rational;
using core::Wide;

// Between two numbers there is room for two open ends.
constexpr std::int32_t kStep = 4;
constexpr std::int32_t kInfinite = std::numeric_limits<std::int32_t>::max() / 2;

// Number `place` of a figure: its value, lower and upper end.
enum Part : std::uint32_t { kValue = 0, kLow = 1, kHigh = 2, kParts = 3 };

// Codes of points that `less` puts in order: the same for equal ones.
template <typename Less>
std::vector<std::int32_t> CodesOf(std::size_t points, Less less) {
  std::vector<std::uint32_t> order(points);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), less);
  std::vector<std::int32_t> codes(points);
  std::int32_t code = 0;
  for (std::size_t i = 0; i < points; ++i) {
    if (i > 0 && less(order[i - 1], order[i])) code += kStep;
    codes[order[i]] = code;
  }
  return codes;
}

// Figures of rows without flags.
std::vector<std::int32_t> PlainCodes(const FigureSeries& series,
                                     const std::vector<CodedFigure>& figures) {
  const bool bounds = series.HasBounds();
  std::vector<std::pair<std::int64_t, std::int64_t>> points;
  const auto add = [&points](const Fractions& from, std::uint32_t row) {
    points.emplace_back(from.n[row], from.DenominatorAt(row));
  };
  for (const CodedFigure& figure : figures) {
    add(series.value, figure.row);
    add(bounds ? series.low : series.value, figure.row);
    add(bounds ? series.high : series.value, figure.row);
  }
  return CodesOf(points.size(), [&points](std::uint32_t a, std::uint32_t b) {
    return static_cast<Wide>(points[a].first) * points[b].second <
           static_cast<Wide>(points[b].first) * points[a].second;
  });
}

std::int32_t EndCode(const core::Bound& end, std::int32_t code, bool lower) {
  if (!end.value) return lower ? -kInfinite : kInfinite;
  if (!end.open) return code;
  return lower ? code + 1 : code - 1;
}

void SetOddCodes(const FigureSeries& series,
                 std::vector<CodedFigure>& figures) {
  std::vector<core::Quantity> quantities;
  std::vector<Rational> points;
  for (const CodedFigure& figure : figures) {
    quantities.push_back(*series.At(figure.row));
    const core::Quantity& quantity = quantities.back();
    points.push_back(quantity.value);
    points.push_back(quantity.rounded.lower.value.value_or(quantity.value));
    points.push_back(quantity.rounded.upper.value.value_or(quantity.value));
  }
  const auto codes =
      CodesOf(points.size(), [&points](std::uint32_t a, std::uint32_t b) {
        return points[a] < points[b];
      });
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const core::Interval& rounded = quantities[i].rounded;
    figures[i].value = codes[i * kParts + kValue];
    figures[i].low =
        EndCode(rounded.lower, codes[i * kParts + kLow], /*lower=*/true);
    figures[i].high =
        EndCode(rounded.upper, codes[i * kParts + kHigh], /*lower=*/false);
  }
}

}  // namespace

std::vector<CodedFigure> CodeFigures(const FigureSeries& series,
                                     const std::vector<std::uint32_t>& rows,
                                     bool falling) {
  std::vector<CodedFigure> figures;
  bool odd = false;
  for (const std::uint32_t row : rows) {
    if (series.IsBlank(row)) continue;
    odd = odd || series.IsOdd(row);
    figures.push_back({row, 0, 0, 0});
  }
  if (odd) {
    SetOddCodes(series, figures);
  } else {
    const auto codes = PlainCodes(series, figures);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      figures[i].value = codes[i * kParts + kValue];
      figures[i].low = codes[i * kParts + kLow];
      figures[i].high = codes[i * kParts + kHigh];
    }
  }
  if (!falling) return figures;
  for (CodedFigure& figure : figures) {
    figure.value = -figure.value;
    figure.low = std::exchange(figure.high, -figure.low);
    figure.low = -figure.low;
  }
  return figures;
}

}  // namespace nianbao::metrics
