#include <algorithm>
#include <utility>

#include "services/core/errors.h"
#include "services/core/expression.h"
#include "services/core/expression_node.h"
#include "services/core/expression_parser.h"

namespace nianbao::core {
namespace {

using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

std::string Trimmed(std::string_view text) {
  constexpr char kSpaces[] = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return "";
  const std::size_t last = text.find_last_not_of(kSpaces);
  return std::string(text.substr(first, last - first + 1));
}

std::vector<Reference> Union(const std::vector<Reference>& a,
                             const std::vector<Reference>& b) {
  std::vector<Reference> all = a;
  for (const Reference& reference : b) {
    if (std::find(a.begin(), a.end(), reference) == a.end()) {
      all.push_back(reference);
    }
  }
  return all;
}

}  // namespace

Relation::Relation(Expression left, Operator op, Expression right,
                   bool attainable, std::string text)
    : left_(std::move(left)),
      operator_(op),
      right_(std::move(right)),
      attainable_(attainable),
      references_(Union(left_.references(), right_.references())),
      text_(std::move(text)) {}

absl::StatusOr<Relation> Relation::Parse(std::string_view text) {
  NIANBAO_ASSIGN_OR_RETURN(ExpressionParser parser,
                           ExpressionParser::Create(text));
  const auto part = [text](std::size_t from, std::size_t to) {
    return Trimmed(text.substr(from, to - from));
  };
  const bool attainable = parser.TakeCall("attainable");
  const std::size_t left_start = parser.Offset();
  std::shared_ptr<const Expression::Node> left_root;
  if (attainable) {
    auto node = std::make_shared<Expression::Node>();
    node->kind = NodeKind::kReference;
    NIANBAO_ASSIGN_OR_RETURN(node->reference, parser.ParseReference());
    left_root = std::move(node);
  } else {
    NIANBAO_ASSIGN_OR_RETURN(left_root, parser.ParseExpression());
  }
  const std::size_t left_end = parser.Offset();
  Operator op = Operator::kEqual;
  if (attainable) {
    NIANBAO_RETURN_IF_ERROR(parser.Expect(
        ",", "\",\" between the percentage and the size of the group"));
  } else {
    NIANBAO_ASSIGN_OR_RETURN(op, parser.ParseOperator());
  }
  const std::size_t right_start = parser.Offset();
  NIANBAO_ASSIGN_OR_RETURN(auto right_root, parser.ParseExpression());
  const std::size_t right_end = parser.Offset();
  if (attainable) {
    NIANBAO_RETURN_IF_ERROR(parser.Expect(")", "\")\" or an operator"));
  }
  NIANBAO_RETURN_IF_ERROR(parser.ExpectEnd(
      "one of + - * / or the end; a relation has one comparison only"));
  return Relation(
      Expression(std::move(left_root), part(left_start, left_end)), op,
      Expression(std::move(right_root), part(right_start, right_end)),
      attainable, std::string(text));
}

RelationResult Relation::Evaluate(const Lookup& lookup) const {
  RelationResult result;
  bool vague = false;
  for (const Reference& reference : references_) {
    const std::optional<Quantity> quantity = lookup(reference);
    if (!quantity) result.blanks.push_back(reference);
    vague = vague || (quantity && quantity->vague);
  }
  result.left = left_.Evaluate(lookup, Reading::kInterval);
  result.right = right_.Evaluate(lookup, Reading::kInterval);
  // A side without a value has a blank or a divisor that may be zero.
  if (!result.blanks.empty() || !result.left || !result.right) return result;
  const Reference* reported = left_.AsReference();
  if (attainable_) {
    result.verdict = JudgeAttainable(*lookup(*reported), *result.right);
  } else if (operator_ == Operator::kEqual && reported != nullptr) {
    result.verdict = JudgeEqual(*lookup(*reported), *result.right);
  } else {
    result.verdict = Judge(*result.left, operator_, *result.right);
  }
  // A vague hedge such as 约 refutes nothing, on whichever side it stands.
  if (vague && result.verdict == VERDICT_CONTRADICTED) {
    result.verdict = VERDICT_UNDECIDED;
  }
  return result;
}

}  // namespace nianbao::core
