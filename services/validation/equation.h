// Relations that can be judged again with other figures, and solved for one.
#ifndef NIANBAO_SERVICES_VALIDATION_EQUATION_H_
#define NIANBAO_SERVICES_VALIDATION_EQUATION_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "services/core/interval.h"
#include "services/core/quantity.h"
#include "services/core/verdict.h"

namespace nianbao::validation {

// The figures of a relation in the order of its check's operands.
using Quantities = std::vector<core::Quantity>;

// How the figures of a check make its verdict. Immutable.
class Equation {
 public:
  virtual ~Equation() = default;

  // The verdict for these figures; undecided where they can't be compared.
  virtual core::Verdict Judge(const Quantities& figures) const = 0;

  // True values of the figure `index`, in its own unit, with which the relation
  // holds while the others stay; nothing where it can't be solved for it.
  virtual std::optional<core::Interval> Solve(const Quantities& figures,
                                              std::size_t index) const = 0;

  // Whether the figure is what the others make, such as a percentage.
  virtual bool IsResult(std::size_t index) const = 0;

  // The figure that divides; nothing where none does.
  virtual std::optional<std::size_t> Divisor() const { return std::nullopt; }
};

// result × sign + offset = scale × (the sum of terms) × factor ÷ divisor.
struct Formula {
  // A figure that is added.
  struct Term {
    std::size_t index = 0;
    int sign = 1;
  };

  // Nothing where the sum has to be the offset itself, such as 100 %.
  std::optional<std::size_t> result;
  int sign = 1;
  core::Rational offset = 0;
  core::Rational scale = 1;
  std::vector<Term> terms;
  std::optional<std::size_t> factor;
  std::optional<std::size_t> divisor;
  // What a figure in its own unit is multiplied by, in operand order.
  std::vector<core::Rational> units;
  // Whether the result is a share, within 0 and 100.
  bool share = false;
};

// Sums, differences, growth, shares, ratios, means and products.
std::unique_ptr<Equation> FormulaEquation(Formula formula);

// All figures are of one thing: `units` brings each into the first one's unit.
std::unique_ptr<Equation> AgreementEquation(std::vector<core::Rational> units);

// Figures [1, n) together are at most the first one.
std::unique_ptr<Equation> PartsEquation(std::vector<core::Rational> units);

// The first figure lies within the range of the others, which have its unit.
std::unique_ptr<Equation> RangeEquation();

// The first figure stands in that order to the second one.
std::unique_ptr<Equation> OrderEquation(core::Operator order,
                                        std::vector<core::Rational> units);

// Some whole number of people of the group `whole` gives the percentage.
std::unique_ptr<Equation> WholePeopleEquation(std::size_t percent,
                                              std::size_t whole);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_EQUATION_H_
