// Relations as a list of steps that share what they have in common. Private to
// the rule engine.
#ifndef NIANBAO_SERVICES_CORE_RULE_PROGRAM_H_
#define NIANBAO_SERVICES_CORE_RULE_PROGRAM_H_

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "services/core/expression.h"

namespace nianbao::core {

// What a step does with the results of earlier ones.
enum class StepKind {
  // The figures of a reference.
  kLoad,
  // One number in all rows.
  kConstant,
  // Sum of inputs, some of them with the sign turned.
  kSum,
  // The input times a number other than zero.
  kScale,
  kMultiply,
  kDivide,
  kMin,
  kMax,
};

// A step; its result is named by its place in the program. Fields that its kind
// does not use stay empty.
struct Step {
  // An operand: an earlier step, subtracted where `negative`.
  struct Input {
    int step = 0;
    bool negative = false;

    friend auto operator<=>(const Input&, const Input&) = default;
  };

  StepKind kind = StepKind::kConstant;
  std::vector<Input> inputs;
  Reference reference;
  // The constant or factor.
  Rational number;
};

// Steps in an order in which each comes after its inputs, none twice. Sums are
// flat and, like products, in one order, so that a + (b + c) is sum(c, b, a).
class RuleProgram {
 public:
  // Adds what computes the expression; returns the step with its result.
  int Add(const Expression& expression);

  const std::vector<Step>& steps() const { return steps_; }

 private:
  int AddNode(const Expression::Node& node);
  int AddNumber(const Rational& number);
  int AddSum(std::vector<Step::Input> inputs);
  int AddScaled(int step, const Rational& factor);
  int AddProduct(int a, int b);
  int AddQuotient(int a, int b);
  int AddExtreme(StepKind kind, const Expression::Node& node);
  int AddBinary(const Expression::Node& node);
  int AddMean(const Expression::Node& node);
  // Puts the summands of the node behind the others, sums within it opened.
  void Collect(const Expression::Node& node, bool negative,
               std::vector<Step::Input>& inputs);
  // The step equal to `step`, which is added where there is none.
  int Share(Step step);

  const Rational* NumberOf(int step) const;
  // Puts the operand of a sum, taken apart where it is one, behind the others.
  void Spread(int step, bool negative, std::vector<Step::Input>& inputs) const;

  // By what makes steps equal.
  struct Key {
    StepKind kind;
    std::vector<Step::Input> inputs;
    std::string text;

    friend auto operator<=>(const Key&, const Key&) = default;
  };

  std::vector<Step> steps_;
  std::map<Key, int> known_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RULE_PROGRAM_H_
