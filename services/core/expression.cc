#include "services/core/expression.h"

#include <algorithm>
#include <utility>

#include "services/core/errors.h"
#include "services/core/expression_evaluator.h"
#include "services/core/expression_node.h"
#include "services/core/expression_parser.h"

namespace nianbao::core {
namespace {

void AddOnce(const Reference& reference, std::vector<Reference>& all) {
  if (std::find(all.begin(), all.end(), reference) == all.end()) {
    all.push_back(reference);
  }
}

void Collect(const Expression::Node& node, std::vector<Reference>& all) {
  if (node.kind == NodeKind::kReference) AddOnce(node.reference, all);
  for (const auto& operand : node.operands) Collect(*operand, all);
}

}  // namespace

Expression::Expression(std::shared_ptr<const Node> root, std::string text)
    : root_(std::move(root)), text_(std::move(text)) {
  Collect(*root_, references_);
}

absl::StatusOr<Expression> Expression::Parse(std::string_view text) {
  NIANBAO_ASSIGN_OR_RETURN(ExpressionParser parser,
                           ExpressionParser::Create(text));
  NIANBAO_ASSIGN_OR_RETURN(auto root, parser.ParseExpression());
  NIANBAO_RETURN_IF_ERROR(parser.ExpectEnd(
      "one of + - * / or the end; a formula has one side only"));
  return Expression(std::move(root), std::string(text));
}

const Reference* Expression::AsReference() const {
  return root_->kind == NodeKind::kReference ? &root_->reference : nullptr;
}

std::optional<Interval> Expression::Evaluate(const Lookup& lookup,
                                             Reading reading,
                                             bool blank_is_zero) const {
  return EvaluateNode(*root_, lookup, reading, blank_is_zero, references_);
}

}  // namespace nianbao::core
