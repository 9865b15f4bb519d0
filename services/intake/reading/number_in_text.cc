#include "services/intake/reading/number_in_text.h"

#include <algorithm>

#include "services/intake/reading/near_words.h"

namespace nianbao::intake {
namespace {

constexpr int kLongestQuotedName = 16;
constexpr int kLongestTitle = 80;

}  // namespace

NameSpans::NameSpans(const Chars& text, const Lexicon& lexicon)
    : covered_(static_cast<std::size_t>(text.size()) + 1, false) {
  CoverBetween(text, U'《', U'》', kLongestTitle);
  CoverBetween(text, U'“', U'”', kLongestQuotedName);
  CoverBetween(text, U'〔', U'〕', kLongestQuotedName);
  CoverBetween(text, U'[', U']', kLongestQuotedName);
  for (int at = 0; at < text.size(); ++at) {
    const auto match = lexicon.names.At(text, at);
    for (int i = at; i < at + match.length; ++i) {
      covered_[static_cast<std::size_t>(i)] = true;
    }
  }
}

void NameSpans::CoverBetween(const Chars& text, char32_t open, char32_t close,
                             int longest) {
  int begin = -1;
  for (int at = 0; at < text.size(); ++at) {
    if (text[at] == open) begin = at;
    if (text[at] != close || begin < 0) continue;
    if (at - begin <= longest) {
      std::fill(covered_.begin() + begin, covered_.begin() + at, true);
    }
    begin = -1;
  }
}

bool NumberInText::IsSigned() const {
  return begin > 0 && number.begin < begin && IsAmong(text[begin - 1], U"+-");
}

bool NumberInText::HasMeasure() const {
  const auto& figure = number.figure;
  return !figure.unit().empty() || figure.hedge() != 0 ||
         !number.direction.empty() || IsSigned() ||
         figure.value().find_first_of(":/") != std::string::npos;
}

}  // namespace nianbao::intake
