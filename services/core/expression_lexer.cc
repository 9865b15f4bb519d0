#include "services/core/expression_lexer.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::core {
namespace {

// Longer expressions are refused before their trees use up the stack.
constexpr std::size_t kLongest = 4000;

// Longer ones first, so that "<=" is not read as "<".
constexpr std::array<std::string_view, 15> kSymbols = {
    "[*]", "<=", ">=", "@-", "=", "<", ">", "+",
    "-",   "*",  "/",  "(",  ")", ",", "@"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsWordStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Bytes of the character at the start of `text`, which is not empty.
std::size_t CharacterSize(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (text[size] & 0xC0) == 0x80) ++size;
  return size;
}

template <typename Predicate>
std::size_t LengthWhile(std::string_view text, Predicate holds) {
  return static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), holds) - text.begin());
}

std::size_t NumberLength(std::string_view text) {
  std::size_t length = LengthWhile(text, IsDigit);
  if (length + 1 < text.size() && text[length] == '.' &&
      IsDigit(text[length + 1])) {
    length += 1 + LengthWhile(text.substr(length + 1), IsDigit);
  }
  return length;
}

std::size_t SymbolLength(std::string_view text) {
  for (const std::string_view symbol : kSymbols) {
    if (text.substr(0, symbol.size()) == symbol) return symbol.size();
  }
  return 0;
}

// The token at the start of `rest`; empty where none starts there.
Token TokenAt(std::string_view rest, std::size_t offset) {
  if (IsDigit(rest.front())) {
    return {TokenKind::kNumber, rest.substr(0, NumberLength(rest)), offset};
  }
  if (IsWordStart(rest.front())) {
    const std::size_t length =
        LengthWhile(rest, [](char c) { return IsWordStart(c) || IsDigit(c); });
    return {TokenKind::kWord, rest.substr(0, length), offset};
  }
  return {TokenKind::kSymbol, rest.substr(0, SymbolLength(rest)), offset};
}

// Spaces that move a caret below the end of `before`: Chinese characters are
// twice as wide as others.
std::string CaretPadding(std::string_view before) {
  std::string padding;
  while (!before.empty()) {
    const std::size_t size = CharacterSize(before);
    padding += before.front() == '\t' ? "\t" : size > 2 ? "  " : " ";
    before.remove_prefix(size);
  }
  return padding;
}

std::size_t CharacterCount(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

absl::Status BadExpression(std::string_view text, std::size_t offset,
                           const std::string& problem) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  std::string line(text.substr(line_start));
  line = line.substr(0, line.find('\n'));
  const std::string_view left = before.substr(line_start);
  const auto number = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t column = 1 + CharacterCount(left);
  return MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat(problem, "\n  ", line, "\n  ", CaretPadding(left), "^"),
      {.reason = "BAD_EXPRESSION",
       .metadata = {{"line", absl::StrCat(number)},
                    {"column", absl::StrCat(column)},
                    {"expression", std::string(text)},
                    {"problem", problem}}});
}

absl::StatusOr<std::vector<Token>> Tokenise(std::string_view text) {
  if (text.size() > kLongest) {
    return BadExpression(
        "", 0,
        absl::StrCat("longer than ", kLongest, " bytes; split the expression"));
  }
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    if (IsSpace(rest.front())) {
      ++at;
      continue;
    }
    const Token token = TokenAt(rest, at);
    if (token.text.empty()) {
      const std::string character(rest.substr(0, CharacterSize(rest)));
      return BadExpression(
          text, at,
          absl::StrCat("unexpected character \"", character,
                       "\"; write codes in letters, digits and _, and the "
                       "half-width signs + - * / ( ) , = <= >= < >"));
    }
    tokens.push_back(token);
    at += token.text.size();
  }
  tokens.push_back({TokenKind::kEnd, text.substr(at), at});
  return tokens;
}

}  // namespace nianbao::core
