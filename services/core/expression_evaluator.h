// Evaluation of a parsed expression. Private to the expression language.
#ifndef NIANBAO_SERVICES_CORE_EXPRESSION_EVALUATOR_H_
#define NIANBAO_SERVICES_CORE_EXPRESSION_EVALUATOR_H_

#include <optional>
#include <vector>

#include "services/core/expression_node.h"

namespace nianbao::core {

// The value of `node`, as Expression::Evaluate says; `references` are those of
// the whole expression.
std::optional<Interval> EvaluateNode(const Expression::Node& node,
                                     const Lookup& lookup, Reading reading,
                                     bool blank_is_zero,
                                     const std::vector<Reference>& references);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_EXPRESSION_EVALUATOR_H_
