#include "services/metrics/suppression/attacker.h"

#include <algorithm>
#include <utility>

namespace nianbao::metrics {
namespace {

using core::Rational;
using Row = std::vector<Rational>;

void Subtract(Row& row, const Row& other, const Rational& factor) {
  if (factor == 0) return;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (other[i] != 0) row[i] -= factor * other[i];
  }
}

// A tableau of equations with a basis of unknowns; the last column is the
// right side.
class Simplex {
 public:
  explicit Simplex(const std::vector<KnownSum>& known)
      : unknowns_(known.front().coefficients.size()) {
    const std::size_t width = unknowns_ + known.size() + 1;
    for (std::size_t r = 0; r < known.size(); ++r) {
      Row row(width, 0);
      const int sign = known[r].total < 0 ? -1 : 1;
      for (std::size_t i = 0; i < unknowns_; ++i) {
        row[i] = known[r].coefficients[i] * sign;
      }
      row[unknowns_ + r] = 1;
      row.back() = known[r].total * sign;
      rows_.push_back(std::move(row));
      basis_.push_back(unknowns_ + r);
    }
  }

  // Makes the artificial unknowns zero; the true values are one solution.
  void FindStart() {
    Row cost(rows_.front().size(), 0);
    for (std::size_t r = 0; r < rows_.size(); ++r) cost[unknowns_ + r] = -1;
    Optimise(cost, rows_.front().size() - 1);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (basis_[r] < unknowns_) continue;
      const auto at =
          std::find_if(rows_[r].begin(), rows_[r].begin() + Long(unknowns_),
                       [](const auto& each) { return each != 0; });
      const auto column = static_cast<std::size_t>(at - rows_[r].begin());
      if (column < unknowns_) Pivot(r, column);
    }
  }

  std::optional<Rational> Maximise(const Row& coefficients) {
    Row cost(rows_.front().size(), 0);
    std::copy(coefficients.begin(), coefficients.end(), cost.begin());
    return Optimise(cost, unknowns_);
  }

 private:
  static std::ptrdiff_t Long(std::size_t n) {
    return static_cast<std::ptrdiff_t>(n);
  }

  // Bland's rule, which can't go in circles. Only the first `columns` enter.
  std::optional<Rational> Optimise(Row cost, std::size_t columns) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      Subtract(cost, rows_[r], Rational(cost[basis_[r]]));
    }
    for (;;) {
      std::size_t column = 0;
      while (column < columns && cost[column] <= 0) ++column;
      if (column == columns) return -cost.back();
      const auto row = Leaving(column);
      if (!row) return std::nullopt;
      Pivot(*row, column);
      Subtract(cost, rows_[*row], Rational(cost[column]));
    }
  }

  std::optional<std::size_t> Leaving(std::size_t column) const {
    std::optional<std::size_t> best;
    Rational least;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (rows_[r][column] <= 0) continue;
      const Rational ratio = rows_[r].back() / rows_[r][column];
      if (!best || ratio < least ||
          (ratio == least && basis_[r] < basis_[*best])) {
        best = r;
        least = ratio;
      }
    }
    return best;
  }

  void Pivot(std::size_t row, std::size_t column) {
    const Rational scale = rows_[row][column];
    for (Rational& each : rows_[row]) each /= scale;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (r != row) Subtract(rows_[r], rows_[row], Rational(rows_[r][column]));
    }
    basis_[row] = column;
  }

  const std::size_t unknowns_;
  std::vector<Row> rows_;
  std::vector<std::size_t> basis_;
};

}  // namespace

bool Follows(const std::vector<KnownSum>& known, const Row& coefficients) {
  std::vector<std::pair<std::size_t, Row>> solved;
  const auto reduce = [&solved](Row& row) {
    for (const auto& [pivot, other] : solved) {
      Subtract(row, other, Rational(row[pivot]));
    }
    const auto at = std::find_if(row.begin(), row.end(),
                                 [](const auto& each) { return each != 0; });
    return static_cast<std::size_t>(at - row.begin());
  };
  for (const KnownSum& sum : known) {
    Row row = sum.coefficients;
    const std::size_t pivot = reduce(row);
    if (pivot == row.size()) continue;
    const Rational scale = row[pivot];
    for (Rational& each : row) each /= scale;
    solved.emplace_back(pivot, std::move(row));
  }
  Row row = coefficients;
  return reduce(row) == row.size();
}

std::optional<Rational> Greatest(const std::vector<KnownSum>& known,
                                 const Row& coefficients) {
  Simplex simplex(known);
  simplex.FindStart();
  return simplex.Maximise(coefficients);
}

}  // namespace nianbao::metrics
