// Parser of the expression language. Private to it.
#ifndef NIANBAO_SERVICES_CORE_EXPRESSION_PARSER_H_
#define NIANBAO_SERVICES_CORE_EXPRESSION_PARSER_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/core/expression_lexer.h"
#include "services/core/expression_node.h"

namespace nianbao::core {

// Reads one text from left to right; each Parse function takes the tokens of
// what it is named after, or returns the error at the first that does not fit.
class ExpressionParser {
 public:
  using NodePointer = std::shared_ptr<const Expression::Node>;

  // `text` must outlive the parser.
  static absl::StatusOr<ExpressionParser> Create(std::string_view text);

  absl::StatusOr<NodePointer> ParseExpression();
  absl::StatusOr<Reference> ParseReference();
  absl::StatusOr<Operator> ParseOperator();

  // Takes `symbol`; `wanted` says in the error what it would have ended.
  absl::Status Expect(std::string_view symbol, const std::string& wanted);
  absl::Status ExpectEnd(const std::string& wanted);

  // Takes the next tokens where they are the word and an opening bracket.
  bool TakeCall(std::string_view word);

  // Byte at which the next token starts.
  std::size_t Offset() const { return Peek().offset; }

 private:
  ExpressionParser(std::string_view text, std::vector<Token> tokens)
      : text_(text), tokens_(std::move(tokens)) {}

  const Token& Peek() const { return tokens_[next_]; }
  bool Take(std::string_view symbol);
  absl::Status Error(const std::string& wanted) const;

  absl::StatusOr<NodePointer> ParseTerm();
  absl::StatusOr<NodePointer> ParseFactor();
  absl::StatusOr<NodePointer> ParseNumber();
  absl::StatusOr<NodePointer> ParseBrackets();
  absl::StatusOr<NodePointer> ParseCall(NodeKind function);
  std::optional<NodeKind> FunctionAhead() const;

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_EXPRESSION_PARSER_H_
