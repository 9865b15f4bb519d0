#include <utility>

#include "services/core/rational.h"
#include "services/validation/equation.h"
#include "services/validation/equation_units.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

class OfFormula : public Equation {
 public:
  explicit OfFormula(Formula formula) : formula_(std::move(formula)) {}

  Verdict Judge(const Quantities& figures) const override {
    const auto computed = Computed(figures);
    if (!computed) return VERDICT_UNDECIDED;
    if (!formula_.result) {
      return core::Meets(*computed, Interval::Point(formula_.offset))
                 ? VERDICT_CONSISTENT
                 : VERDICT_CONTRADICTED;
    }
    const std::size_t at = *formula_.result;
    return core::JudgeEqual(
        InUnits(figures[at], formula_.units[at] * formula_.sign,
                formula_.share),
        *computed);
  }

  std::optional<Interval> Solve(const Quantities& figures,
                                std::size_t index) const override {
    const auto solved = SolveInUnit(figures, index);
    if (!solved) return std::nullopt;
    return Times(*solved, Rational(1) / formula_.units[index]);
  }

  bool IsResult(std::size_t index) const override {
    return formula_.result == index;
  }

  std::optional<std::size_t> Divisor() const override {
    return formula_.divisor;
  }

 private:
  Interval Values(const Quantities& figures, std::size_t index) const {
    return ValuesOf(figures, formula_.units, index);
  }

  // The sum of all terms but one.
  Interval Sum(const Quantities& figures,
               std::optional<std::size_t> without = std::nullopt) const {
    Interval sum = Interval::Point(0);
    for (const Formula::Term& term : formula_.terms) {
      if (without == term.index) continue;
      const Interval values = Values(figures, term.index);
      sum = term.sign < 0 ? sum - values : sum + values;
    }
    return sum;
  }

  // What stands on the right, less the offset.
  std::optional<Interval> Computed(const Quantities& figures) const {
    Interval value = Times(Sum(figures), formula_.scale);
    if (formula_.factor) value = value * Values(figures, *formula_.factor);
    if (formula_.divisor) {
      const auto quotient =
          core::Divide(value, Values(figures, *formula_.divisor));
      if (!quotient) return std::nullopt;
      value = *quotient;
    }
    if (!formula_.result) return value;
    value = value - Interval::Point(formula_.offset);
    return formula_.share ? core::Clip(value, Hundred()) : value;
  }

  // The left side: result and offset.
  Interval Left(const Quantities& figures) const {
    const Interval offset = Interval::Point(formula_.offset);
    if (!formula_.result) return offset;
    return Times(Values(figures, *formula_.result), formula_.sign) + offset;
  }

  std::optional<Interval> SolveInUnit(const Quantities& figures,
                                      std::size_t index) const {
    if (formula_.result == index) {
      const auto computed = Computed(figures);
      if (!computed) return std::nullopt;
      return Times(*computed, formula_.sign);
    }
    if (formula_.divisor == index) {
      Interval above = Times(Sum(figures), formula_.scale);
      if (formula_.factor) above = above * Values(figures, *formula_.factor);
      return core::Divide(above, Left(figures));
    }
    Interval left = Times(Left(figures), Rational(1) / formula_.scale);
    if (formula_.divisor) left = left * Values(figures, *formula_.divisor);
    if (formula_.factor == index) return core::Divide(left, Sum(figures));
    if (formula_.factor) {
      const auto quotient =
          core::Divide(left, Values(figures, *formula_.factor));
      if (!quotient) return std::nullopt;
      left = *quotient;
    }
    return SolveTerm(figures, index, left);
  }

  std::optional<Interval> SolveTerm(const Quantities& figures,
                                    std::size_t index,
                                    const Interval& sum) const {
    for (const Formula::Term& term : formula_.terms) {
      if (term.index != index) continue;
      return Times(sum - Sum(figures, index), term.sign);
    }
    return std::nullopt;
  }

  const Formula formula_;
};

}  // namespace

std::unique_ptr<Equation> FormulaEquation(Formula formula) {
  return std::make_unique<OfFormula>(std::move(formula));
}

}  // namespace nianbao::validation
