#include "services/core/rule_program.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/core/expression_node.h"

namespace nianbao::core {
namespace {

std::string TextOf(const Step& step) {
  switch (step.kind) {
    case StepKind::kLoad:
      return step.reference.code + "@" +
             std::to_string(step.reference.years_back) +
             (step.reference.each ? "*" : "");
    case StepKind::kConstant:
    case StepKind::kScale:
      return step.number.str();
    default:
      return "";
  }
}

}  // namespace

int RuleProgram::Add(const Expression& expression) {
  return AddNode(expression.root());
}

int RuleProgram::Share(Step step) {
  Key key{step.kind, step.inputs, TextOf(step)};
  const auto [at, inserted] =
      known_.emplace(std::move(key), static_cast<int>(steps_.size()));
  if (inserted) steps_.push_back(std::move(step));
  return at->second;
}

const Rational* RuleProgram::NumberOf(int step) const {
  const Step& at = steps_[static_cast<std::size_t>(step)];
  return at.kind == StepKind::kConstant ? &at.number : nullptr;
}

int RuleProgram::AddNumber(const Rational& number) {
  return Share({StepKind::kConstant, {}, {}, number});
}

void RuleProgram::Spread(int step, bool negative,
                         std::vector<Step::Input>& inputs) const {
  const Step& at = steps_[static_cast<std::size_t>(step)];
  if (at.kind != StepKind::kSum) {
    inputs.push_back({step, negative});
    return;
  }
  for (const Step::Input& input : at.inputs) {
    inputs.push_back({input.step, input.negative != negative});
  }
}

int RuleProgram::AddSum(std::vector<Step::Input> inputs) {
  Rational constant = 0;
  const auto numbers = std::stable_partition(
      inputs.begin(), inputs.end(), [&](const Step::Input& input) {
        return NumberOf(input.step) == nullptr;
      });
  for (auto at = numbers; at != inputs.end(); ++at) {
    const Rational& number = *NumberOf(at->step);
    constant += at->negative ? Rational(-number) : number;
  }
  inputs.erase(numbers, inputs.end());
  if (inputs.empty()) return AddNumber(constant);
  if (constant != 0) inputs.push_back({AddNumber(constant), false});
  std::sort(inputs.begin(), inputs.end());
  if (inputs.size() == 1 && !inputs.front().negative) {
    return inputs.front().step;
  }
  return Share({StepKind::kSum, std::move(inputs), {}, 0});
}

int RuleProgram::AddScaled(int step, const Rational& factor) {
  if (factor == 1) return step;
  if (const Rational* number = NumberOf(step)) {
    return AddNumber(*number * factor);
  }
  const Step& at = steps_[static_cast<std::size_t>(step)];
  // Zero keeps its operand, whose blanks and divisors count.
  if (at.kind == StepKind::kScale && at.number != 0 && factor != 0) {
    return AddScaled(at.inputs.front().step, at.number * factor);
  }
  return Share({StepKind::kScale, {{step, false}}, {}, factor});
}

int RuleProgram::AddProduct(int a, int b) {
  if (const Rational* number = NumberOf(a)) return AddScaled(b, *number);
  if (const Rational* number = NumberOf(b)) return AddScaled(a, *number);
  return Share(
      {StepKind::kMultiply, {{std::min(a, b)}, {std::max(a, b)}}, {}, 0});
}

int RuleProgram::AddQuotient(int a, int b) {
  const Rational* divisor = NumberOf(b);
  if (divisor != nullptr && *divisor != 0) {
    return AddScaled(a, Rational(1) / *divisor);
  }
  return Share({StepKind::kDivide, {{a}, {b}}, {}, 0});
}

int RuleProgram::AddExtreme(StepKind kind, const Expression::Node& node) {
  std::vector<int> operands;
  for (const auto& operand : node.operands) {
    operands.push_back(AddNode(*operand));
  }
  std::sort(operands.begin(), operands.end());
  int result = operands.front();
  for (std::size_t i = 1; i < operands.size(); ++i) {
    if (operands[i] == operands[i - 1]) continue;
    result = Share({kind, {{result}, {operands[i]}}, {}, 0});
  }
  return result;
}

void RuleProgram::Collect(const Expression::Node& node, bool negative,
                          std::vector<Step::Input>& inputs) {
  const bool turns = node.kind == NodeKind::kNegate;
  const bool differs = node.kind == NodeKind::kSubtract;
  if (!turns && !differs && node.kind != NodeKind::kAdd &&
      node.kind != NodeKind::kSum) {
    Spread(AddNode(node), negative, inputs);
    return;
  }
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    const bool turned = turns || (differs && i > 0);
    Collect(*node.operands[i], negative != turned, inputs);
  }
}

int RuleProgram::AddMean(const Expression::Node& node) {
  std::vector<Step::Input> inputs;
  for (const auto& operand : node.operands) Collect(*operand, false, inputs);
  return AddScaled(AddSum(std::move(inputs)),
                   Rational(1, node.operands.size()));
}

int RuleProgram::AddBinary(const Expression::Node& node) {
  const int a = AddNode(*node.operands[0]);
  const int b = AddNode(*node.operands[1]);
  return node.kind == NodeKind::kDivide ? AddQuotient(a, b) : AddProduct(a, b);
}

int RuleProgram::AddNode(const Expression::Node& node) {
  switch (node.kind) {
    case NodeKind::kNumber:
      return AddNumber(node.number);
    case NodeKind::kReference:
      return Share({StepKind::kLoad, {}, node.reference, 0});
    case NodeKind::kMultiply:
    case NodeKind::kDivide:
      return AddBinary(node);
    case NodeKind::kMin:
      return AddExtreme(StepKind::kMin, node);
    case NodeKind::kMax:
      return AddExtreme(StepKind::kMax, node);
    case NodeKind::kMean:
      return AddMean(node);
    default:
      break;
  }
  std::vector<Step::Input> inputs;
  Collect(node, false, inputs);
  return AddSum(std::move(inputs));
}

}  // namespace nianbao::core
