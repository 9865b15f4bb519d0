#include "services/core/sentence_template.h"

#include <cstddef>

#include "services/core/errors.h"
#include "services/core/expression_lexer.h"

namespace nianbao::core {
namespace {

// The tokens between a pair of braces, read as a figure.
class SlotReader {
 public:
  // `begin` and `end` are the bytes of `sentence` between the braces.
  SlotReader(std::string_view sentence, std::size_t begin, std::size_t end)
      : sentence_(sentence),
        inner_(sentence.substr(begin, end - begin)),
        begin_(begin) {}

  absl::StatusOr<SentencePiece> Read() {
    auto tokens = Tokenise(inner_);
    if (!tokens.ok()) return Error(begin_);
    tokens_ = *std::move(tokens);
    SentencePiece piece;
    const bool change = tokens_.front().text == "change" &&
                        tokens_.size() > 1 && tokens_[1].text == "(";
    if (change) next_ = 2;
    piece.kind =
        change ? SentencePiece::Kind::kChange : SentencePiece::Kind::kValue;
    const bool fits = TakeReference(piece) && (!change || Take(")"));
    if (!fits || tokens_[next_].kind != TokenKind::kEnd) {
      return Error(begin_ + tokens_[next_].offset);
    }
    return piece;
  }

 private:
  bool Take(std::string_view symbol) {
    if (tokens_[next_].text != symbol) return false;
    ++next_;
    return true;
  }

  bool TakeReference(SentencePiece& piece) {
    if (tokens_[next_].kind != TokenKind::kWord) return false;
    piece.code = std::string(tokens_[next_++].text);
    if (!Take("@-")) return true;
    const std::string digits(tokens_[next_].text);
    if (digits.size() != 1 || digits < "1" || digits > "9") return false;
    piece.years_back = digits.front() - '0';
    ++next_;
    return true;
  }

  absl::Status Error(std::size_t offset) const {
    return BadExpression(sentence_, offset,
                         "expected a figure between the braces: {code}, "
                         "{code@-1} or {change(code)}");
  }

  std::string_view sentence_;
  std::string_view inner_;
  std::size_t begin_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
};

}  // namespace

absl::StatusOr<std::vector<SentencePiece>> ParseSentence(
    std::string_view sentence) {
  std::vector<SentencePiece> pieces;
  std::size_t at = 0;
  while (at < sentence.size()) {
    const std::size_t brace = sentence.find_first_of("{}", at);
    if (brace != at) {
      SentencePiece text;
      text.text = std::string(sentence.substr(at, brace - at));
      pieces.push_back(std::move(text));
    }
    if (brace == std::string_view::npos) break;
    const std::size_t end = sentence.find_first_of("{}", brace + 1);
    if (sentence[brace] == '}') {
      return BadExpression(sentence, brace,
                           "\"}\" closes nothing; remove it or put \"{\" "
                           "before the figure's code");
    }
    if (end == std::string_view::npos || sentence[end] == '{') {
      return BadExpression(sentence, brace,
                           "\"{\" is not closed; put \"}\" behind the "
                           "figure's code");
    }
    NIANBAO_ASSIGN_OR_RETURN(SentencePiece slot,
                             SlotReader(sentence, brace + 1, end).Read());
    pieces.push_back(std::move(slot));
    at = end + 1;
  }
  return pieces;
}

}  // namespace nianbao::core
