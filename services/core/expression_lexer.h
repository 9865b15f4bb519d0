// Tokens of the expression language. Private to it.
#ifndef NIANBAO_SERVICES_CORE_EXPRESSION_LEXER_H_
#define NIANBAO_SERVICES_CORE_EXPRESSION_LEXER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::core {

enum class TokenKind {
  // Digits with at most one point.
  kNumber,
  // An indicator's code or a function's name.
  kWord,
  // An operator, bracket, comma, "@-" or "[*]".
  kSymbol,
  // Behind the last token; its text is empty.
  kEnd,
};

// A token as a part of the text, which must outlive it.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;
  // Byte of the text at which it starts.
  std::size_t offset = 0;
};

// The tokens of `text` with one of kind kEnd behind them. InvalidArgument, as
// BadExpression makes it, at the first character that starts no token, and for
// a text of more than 4000 bytes.
absl::StatusOr<std::vector<Token>> Tokenise(std::string_view text);

// InvalidArgument with reason BAD_EXPRESSION: `problem`, then the line of
// `text` that has byte `offset` and a caret under its column. Line and column,
// counted in characters from one, are in the metadata.
absl::Status BadExpression(std::string_view text, std::size_t offset,
                           const std::string& problem);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_EXPRESSION_LEXER_H_
