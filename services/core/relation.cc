#include <algorithm>
#include <cstddef>
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

// One side with the bytes of the text that it takes.
struct Side {
  ExpressionParser::NodePointer root;
  std::size_t begin = 0;
  std::size_t end = 0;
};

absl::StatusOr<Side> ParseSide(ExpressionParser& parser) {
  Side side;
  side.begin = parser.Offset();
  NIANBAO_ASSIGN_OR_RETURN(side.root, parser.ParseExpression());
  side.end = parser.Offset();
  return side;
}

// The percentage of "attainable", which is one reported figure.
absl::StatusOr<Side> ParseReported(ExpressionParser& parser) {
  Side side;
  side.begin = parser.Offset();
  auto node = std::make_shared<Expression::Node>();
  node->kind = NodeKind::kReference;
  NIANBAO_ASSIGN_OR_RETURN(node->reference, parser.ParseReference());
  side.root = std::move(node);
  side.end = parser.Offset();
  return side;
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
  const bool attainable = parser.TakeCall("attainable");
  NIANBAO_ASSIGN_OR_RETURN(
      Side left, attainable ? ParseReported(parser) : ParseSide(parser));
  Operator op = Operator::kEqual;
  if (attainable) {
    NIANBAO_RETURN_IF_ERROR(parser.Expect(
        ",", "\",\" between the percentage and the size of the group"));
  } else {
    NIANBAO_ASSIGN_OR_RETURN(op, parser.ParseOperator());
  }
  NIANBAO_ASSIGN_OR_RETURN(Side right, ParseSide(parser));
  if (attainable) {
    NIANBAO_RETURN_IF_ERROR(parser.Expect(")", "\")\" or an operator"));
  }
  NIANBAO_RETURN_IF_ERROR(parser.ExpectEnd(
      "one of + - * / or the end; a relation has one comparison only"));
  const auto side = [text](Side parsed) {
    return Expression(
        std::move(parsed.root),
        Trimmed(text.substr(parsed.begin, parsed.end - parsed.begin)));
  };
  return Relation(side(std::move(left)), op, side(std::move(right)), attainable,
                  std::string(text));
}

RelationResult Relation::Evaluate(const Lookup& lookup,
                                  MissingPolicy missing) const {
  const bool zero = missing == nianbao::catalogue::v1::MISSING_POLICY_ZERO;
  RelationResult result;
  bool vague = false;
  for (const Reference& reference : references_) {
    const std::optional<Quantity> quantity = lookup(reference);
    if (!quantity) result.blanks.push_back(reference);
    vague = vague || (quantity && quantity->vague);
  }
  result.left = left_.Evaluate(lookup, Reading::kInterval, zero);
  result.right = right_.Evaluate(lookup, Reading::kInterval, zero);
  // A side without a value has a blank or a divisor that may be zero.
  const bool blank = !result.blanks.empty() && !zero;
  if (blank || !result.left || !result.right) return result;
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
