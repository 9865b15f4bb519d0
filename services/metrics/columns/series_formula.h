// A formula over series, block by block.
#ifndef NIANBAO_SERVICES_METRICS_COLUMNS_SERIES_FORMULA_H_
#define NIANBAO_SERVICES_METRICS_COLUMNS_SERIES_FORMULA_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "services/core/expression.h"
#include "services/core/expression_node.h"
#include "services/core/fixed_width.h"
#include "services/metrics/columns/figure_series.h"

namespace nianbao::metrics {

// Evaluates a formula in all rows, as IndicatorGraph does for one. Rows that
// integers can't decide are flagged core::kOddCell and left to it; rows with a
// blank, or with a divisor of zero, are flagged core::kBlankCell. For one
// thread and one use.
class SeriesFormula {
 public:
  // `operands` by reference of the formula; null for one that names no single
  // figure. With `zero`, blanks count as zero where one figure is present.
  SeriesFormula(const core::Expression& formula,
                std::vector<const FigureSeries*> operands, bool zero,
                bool bounds);

  FigureSeries Evaluate(std::size_t rows);

 private:
  static constexpr std::size_t kBlock = 512;
  using Numbers = std::array<std::int64_t, kBlock>;

  // Numerators and denominators; null for ones.
  struct Lane {
    const std::int64_t* n = nullptr;
    const std::int64_t* d = nullptr;
  };
  // A result in the rows of a block. Without bounds the lanes `low` and `high`
  // are those of `value`.
  struct Term {
    int scale = 0;
    bool point = true;
    Lane value;
    Lane low;
    Lane high;
  };

  Term Of(const core::Expression::Node& node);
  Term Load(const core::Reference& reference);
  Lane LoadLane(const Fractions& fractions) const;
  Term Constant(const core::Rational& number);
  Term Apply(core::NodeKind kind, Term a, Term b);
  Term Negated(const Term& term);
  Term Sum(const Term& a, const Term& b);
  Term Product(const Term& a, const Term& b);
  Term Quotient(const Term& a, const Term& b);
  Term Extreme(const Term& a, const Term& b, bool larger);

  Lane AddLanes(const Lane& a, const Lane& b);
  Lane TimesLanes(const Lane& a, const Lane& b);
  Lane Divided(const Lane& a, const Lane& b);
  Lane NegatedLane(const Lane& a);
  // The lane that `first` says in each row, or else the other one.
  template <typename First>
  Lane Chosen(const Lane& yes, const Lane& no, First first) {
    std::int64_t* n = Take();
    const bool whole = yes.d == nullptr && no.d == nullptr;
    std::int64_t* d = whole ? nullptr : Take();
    for (std::size_t i = 0; i < rows_; ++i) {
      const Lane& lane = first(i) ? yes : no;
      n[i] = lane.n[i];
      if (!whole) d[i] = lane.d == nullptr ? 1 : lane.d[i];
    }
    return {n, d};
  }
  // Brings a term to a finer scale.
  Term Finer(Term term, int scale);
  Lane TimesNumber(const Lane& a, std::int64_t number);
  // Flags rows that need fractions.
  void FlagAll();
  void FlagNegative(const Lane& lane);
  void FlagZero(const Lane& lane);

  void Begin(std::size_t first, std::size_t rows);
  void Finish(const Term& term, FigureSeries& result);
  static void Store(const Lane& lane, std::size_t first, std::size_t rows,
                    Fractions& result);
  std::int64_t* Take();

  const core::Expression& formula_;
  const std::vector<const FigureSeries*> operands_;
  const bool zero_;
  const bool bounds_;
  std::size_t first_ = 0;
  std::size_t rows_ = 0;
  std::array<std::uint8_t, kBlock> flags_ = {};
  std::array<bool, kBlock> present_ = {};
  std::deque<Numbers> numbers_;
  std::size_t taken_ = 0;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COLUMNS_SERIES_FORMULA_H_
