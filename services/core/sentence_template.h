// Sentences of an outline with places for figures.
#ifndef NIANBAO_SERVICES_CORE_SENTENCE_TEMPLATE_H_
#define NIANBAO_SERVICES_CORE_SENTENCE_TEMPLATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::core {

// A part of a sentence.
struct SentencePiece {
  enum class Kind {
    // Characters that stand as they are.
    kText,
    // "{code}" or "{code@-1}": an indicator's figure.
    kValue,
    // "{change(code)}": the difference to the figure of the year before, in
    // words with its direction.
    kChange,
  };

  Kind kind = Kind::kText;
  // Characters; empty for figures.
  std::string text;
  // Indicator's code; empty for characters.
  std::string code;
  // Years before the report's year: 1 for "@-1".
  int years_back = 0;

  friend bool operator==(const SentencePiece&, const SentencePiece&) = default;
};

// The pieces of `sentence` in order; characters between two figures are one
// piece. InvalidArgument with reason BAD_EXPRESSION shows the line with a caret
// under a brace that is not closed or what is no figure.
absl::StatusOr<std::vector<SentencePiece>> ParseSentence(
    std::string_view sentence);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_SENTENCE_TEMPLATE_H_
