#include "services/intake/reading/rates_ahead.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// The words of [begin, end) up to a 率 that a number follows, without it; empty
// where there is none.
std::u32string RateIn(const Chars& text, int begin, int end) {
  std::u32string words;
  for (int at = begin; at < end && !IsDigit(text[at]); ++at) {
    if (!IsSpace(text[at])) words += text[at];
  }
  constexpr std::u32string_view kBehind[] = {U"达到", U"达", U"为", U"约"};
  while (CutBack(words, kBehind)) {
  }
  return words.size() > 1 && words.back() == U'率'
             ? words.substr(0, words.size() - 1)
             : U"";
}

}  // namespace

std::u32string RatedTopic(const Chars& text, int end,
                          std::u32string_view attribute) {
  int begin = ClauseEnd(text, end);
  while (begin < text.size() && !EndsSentence(text[begin])) {
    const int next = ClauseEnd(text, begin + 1);
    std::u32string rate = RateIn(text, begin + 1, next);
    if (rate.ends_with(attribute) && rate.size() >= attribute.size() + 2) {
      rate.erase(rate.size() - attribute.size());
      return rate;
    }
    begin = next;
  }
  return U"";
}

std::u32string ByRate(const std::u32string& phrase, const Chars& text,
                      int end) {
  constexpr std::u32string_view kPlaces[] = {U"留在", U"在", U"到", U"去"};
  if (FrontWord(phrase, kPlaces).empty() || phrase.size() < 4) return phrase;
  const int begin = ClauseEnd(text, end);
  if (text[begin] != U',') return phrase;
  const std::u32string rate =
      RateIn(text, begin + 1, ClauseEnd(text, begin + 1));
  const bool same =
      rate.size() >= 4 && rate.ends_with(phrase.substr(phrase.size() - 2));
  return same ? rate : phrase;
}

}  // namespace nianbao::intake
