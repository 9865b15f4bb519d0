#include "services/core/expression_evaluator.h"

#include <algorithm>
#include <cstddef>

namespace nianbao::core {
namespace {

using Node = Expression::Node;

// One evaluation; a reference used twice counts as two independent figures,
// which can widen a result but never narrow it.
class Evaluation {
 public:
  Evaluation(const Lookup& lookup, Reading reading, bool blank_is_zero)
      : lookup_(lookup), reading_(reading), blank_is_zero_(blank_is_zero) {}

  std::optional<Interval> Of(const Node& node) const {
    switch (node.kind) {
      case NodeKind::kNumber:
        return Interval::Point(node.number);
      case NodeKind::kReference:
        return Figure(node.reference);
      default:
        return Combine(node);
    }
  }

 private:
  std::optional<Interval> Figure(const Reference& reference) const {
    const std::optional<Quantity> quantity = lookup_(reference);
    if (quantity) {
      return reading_ == Reading::kPrinted ? Interval::Point(quantity->value)
                                           : quantity->rounded;
    }
    if (blank_is_zero_) return Interval::Point(0);
    return std::nullopt;
  }

  std::optional<Interval> Combine(const Node& node) const {
    std::optional<Interval> result = Of(*node.operands.front());
    if (result && node.kind == NodeKind::kNegate) {
      return Interval::Point(0) - *result;
    }
    for (std::size_t i = 1; result && i < node.operands.size(); ++i) {
      const std::optional<Interval> next = Of(*node.operands[i]);
      if (!next) return std::nullopt;
      result = Apply(node.kind, *result, *next);
    }
    if (!result || node.kind != NodeKind::kMean) return result;
    return *result * Interval::Point(Rational(1, node.operands.size()));
  }

  static std::optional<Interval> Apply(NodeKind kind, const Interval& a,
                                       const Interval& b) {
    switch (kind) {
      case NodeKind::kSubtract:
        return a - b;
      case NodeKind::kMultiply:
        return a * b;
      case NodeKind::kDivide:
        return Divide(a, b);
      case NodeKind::kMin:
        return Min(a, b);
      case NodeKind::kMax:
        return Max(a, b);
      default:
        return a + b;
    }
  }

  const Lookup& lookup_;
  const Reading reading_;
  const bool blank_is_zero_;
};

}  // namespace

std::optional<Interval> EvaluateNode(const Node& node, const Lookup& lookup,
                                     Reading reading, bool blank_is_zero,
                                     const std::vector<Reference>& references) {
  const bool all_blank =
      !references.empty() &&
      std::none_of(references.begin(), references.end(),
                   [&](const Reference& r) { return lookup(r).has_value(); });
  if (all_blank) return std::nullopt;
  return Evaluation(lookup, reading, blank_is_zero).Of(node);
}

}  // namespace nianbao::core
