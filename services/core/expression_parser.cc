#include "services/core/expression_parser.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using Node = Expression::Node;
using NodePointer = ExpressionParser::NodePointer;

// Deeper expressions are refused before they use up the stack.
constexpr int kDeepest = 100;

// No catalogue has figures of more years.
constexpr int kMostYearsBack = 99;

constexpr char kFactor[] =
    "a number, an indicator's code, \"(\" or one of sum( min( max( mean(";

struct Function {
  std::string_view name;
  NodeKind kind;
};

constexpr std::array<Function, 4> kFunctions = {{{"sum", NodeKind::kSum},
                                                 {"min", NodeKind::kMin},
                                                 {"max", NodeKind::kMax},
                                                 {"mean", NodeKind::kMean}}};

struct OperatorSign {
  std::string_view sign;
  Operator relation;
};

constexpr std::array<OperatorSign, 5> kOperators = {
    {{"=", Operator::kEqual},
     {"<=", Operator::kAtMost},
     {">=", Operator::kAtLeast},
     {"<", Operator::kLess},
     {">", Operator::kGreater}}};

NodePointer MakeNode(NodeKind kind, std::vector<NodePointer> operands) {
  auto node = std::make_shared<Node>();
  node->kind = kind;
  node->operands = std::move(operands);
  return node;
}

bool IsZero(const Node& node) {
  return node.kind == NodeKind::kNumber && node.number == 0;
}

}  // namespace

absl::StatusOr<ExpressionParser> ExpressionParser::Create(
    std::string_view text) {
  NIANBAO_ASSIGN_OR_RETURN(std::vector<Token> tokens, Tokenise(text));
  return ExpressionParser(text, std::move(tokens));
}

bool ExpressionParser::Take(std::string_view symbol) {
  if (Peek().kind != TokenKind::kSymbol || Peek().text != symbol) return false;
  ++next_;
  return true;
}

bool ExpressionParser::TakeCall(std::string_view word) {
  if (Peek().kind != TokenKind::kWord || Peek().text != word) return false;
  if (tokens_[next_ + 1].text != "(") return false;
  next_ += 2;
  return true;
}

absl::Status ExpressionParser::Error(const std::string& wanted) const {
  const std::string found =
      Peek().kind == TokenKind::kEnd
          ? "the end"
          : absl::StrCat("\"", std::string(Peek().text), "\"");
  return BadExpression(text_, Peek().offset,
                       absl::StrCat("expected ", wanted, ", found ", found));
}

absl::Status ExpressionParser::Expect(std::string_view symbol,
                                      const std::string& wanted) {
  return Take(symbol) ? absl::OkStatus() : Error(wanted);
}

absl::Status ExpressionParser::ExpectEnd(const std::string& wanted) {
  return Peek().kind == TokenKind::kEnd ? absl::OkStatus() : Error(wanted);
}

absl::StatusOr<Operator> ExpressionParser::ParseOperator() {
  for (const OperatorSign& known : kOperators) {
    if (Take(known.sign)) return known.relation;
  }
  return Error("one of = <= >= < > between the two sides of the relation");
}

absl::StatusOr<NodePointer> ExpressionParser::ParseExpression() {
  NIANBAO_ASSIGN_OR_RETURN(NodePointer left, ParseTerm());
  while (true) {
    const bool plus = Take("+");
    if (!plus && !Take("-")) return left;
    NIANBAO_ASSIGN_OR_RETURN(NodePointer right, ParseTerm());
    left = MakeNode(plus ? NodeKind::kAdd : NodeKind::kSubtract,
                    {std::move(left), std::move(right)});
  }
}

absl::StatusOr<NodePointer> ExpressionParser::ParseTerm() {
  NIANBAO_ASSIGN_OR_RETURN(NodePointer left, ParseFactor());
  while (true) {
    const bool times = Take("*");
    if (!times && !Take("/")) return left;
    const std::size_t offset = Offset();
    NIANBAO_ASSIGN_OR_RETURN(NodePointer right, ParseFactor());
    if (!times && IsZero(*right)) {
      return BadExpression(text_, offset,
                           "divides by zero; write another divisor");
    }
    left = MakeNode(times ? NodeKind::kMultiply : NodeKind::kDivide,
                    {std::move(left), std::move(right)});
  }
}

absl::StatusOr<NodePointer> ExpressionParser::ParseFactor() {
  if (depth_ >= kDeepest) {
    return BadExpression(text_, Offset(),
                         absl::StrCat("more than ", kDeepest,
                                      " brackets or signs inside each other; "
                                      "split the expression"));
  }
  ++depth_;
  absl::StatusOr<NodePointer> factor = ParseBrackets();
  --depth_;
  return factor;
}

absl::StatusOr<NodePointer> ExpressionParser::ParseBrackets() {
  if (Take("-")) {
    NIANBAO_ASSIGN_OR_RETURN(NodePointer operand, ParseFactor());
    return MakeNode(NodeKind::kNegate, {std::move(operand)});
  }
  if (Take("(")) {
    NIANBAO_ASSIGN_OR_RETURN(NodePointer inner, ParseExpression());
    NIANBAO_RETURN_IF_ERROR(Expect(")", "\")\" or an operator"));
    return inner;
  }
  if (Peek().kind == TokenKind::kNumber) return ParseNumber();
  if (const auto function = FunctionAhead()) {
    next_ += 2;
    return ParseCall(*function);
  }
  NIANBAO_ASSIGN_OR_RETURN(Reference reference, ParseReference());
  auto node = std::make_shared<Node>();
  node->kind = NodeKind::kReference;
  node->reference = std::move(reference);
  return node;
}

absl::StatusOr<NodePointer> ExpressionParser::ParseNumber() {
  NIANBAO_ASSIGN_OR_RETURN(const Decimal number, Decimal::Parse(Peek().text));
  ++next_;
  auto node = std::make_shared<Node>();
  node->kind = NodeKind::kNumber;
  node->number = number.value();
  return node;
}

std::optional<NodeKind> ExpressionParser::FunctionAhead() const {
  if (Peek().kind != TokenKind::kWord) return std::nullopt;
  if (tokens_[next_ + 1].text != "(") return std::nullopt;
  for (const Function& function : kFunctions) {
    if (function.name == Peek().text) return function.kind;
  }
  return std::nullopt;
}

absl::StatusOr<NodePointer> ExpressionParser::ParseCall(NodeKind function) {
  std::vector<NodePointer> operands;
  do {
    NIANBAO_ASSIGN_OR_RETURN(NodePointer operand, ParseExpression());
    operands.push_back(std::move(operand));
  } while (Take(","));
  NIANBAO_RETURN_IF_ERROR(Expect(")", "\",\", \")\" or an operator"));
  return MakeNode(function, std::move(operands));
}

absl::StatusOr<Reference> ExpressionParser::ParseReference() {
  if (Peek().kind != TokenKind::kWord) return Error(kFactor);
  Reference reference;
  reference.code = std::string(Peek().text);
  if (tokens_[next_ + 1].text == "(") {
    return BadExpression(text_, Offset(),
                         absl::StrCat("unknown function \"", reference.code,
                                      "\"; known are sum, min, max, mean and, "
                                      "as a whole relation, attainable"));
  }
  ++next_;
  if (Take("@-")) {
    const std::string digits(Peek().text);
    if (Peek().kind != TokenKind::kNumber || digits.size() > 2 ||
        digits.find('.') != std::string::npos || digits == "0") {
      return Error(
          absl::StrCat("the number of years back, 1 to ", kMostYearsBack));
    }
    reference.years_back = std::stoi(digits);
    ++next_;
  }
  reference.each = Take("[*]");
  return reference;
}

}  // namespace nianbao::core
