// The tree of a parsed expression. Private to the expression language.
#ifndef NIANBAO_SERVICES_CORE_EXPRESSION_NODE_H_
#define NIANBAO_SERVICES_CORE_EXPRESSION_NODE_H_

#include <memory>
#include <vector>

#include "services/core/expression.h"

namespace nianbao::core {

// What a node does with its operands.
enum class NodeKind {
  kNumber,
  kReference,
  kNegate,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kSum,
  kMin,
  kMax,
  kMean,
};

// A node; the fields that its kind does not use stay empty.
struct Expression::Node {
  NodeKind kind = NodeKind::kNumber;
  Rational number;
  Reference reference;
  std::vector<std::shared_ptr<const Node>> operands;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_EXPRESSION_NODE_H_
