#include "services/intake/reading/word_ends.h"

#include <algorithm>

namespace nianbao::intake {

std::u32string_view FrontWord(std::u32string_view text, WordSpan words) {
  const auto found = std::find_if(
      words.begin(), words.end(),
      [&](std::u32string_view word) { return text.starts_with(word); });
  return found == words.end() ? std::u32string_view() : *found;
}

std::u32string_view BackWord(std::u32string_view text, WordSpan words) {
  const auto found = std::find_if(
      words.begin(), words.end(),
      [&](std::u32string_view word) { return text.ends_with(word); });
  return found == words.end() ? std::u32string_view() : *found;
}

bool CutFront(std::u32string& text, WordSpan words) {
  const std::size_t size = FrontWord(text, words).size();
  text.erase(0, size);
  return size > 0;
}

bool CutBack(std::u32string& text, WordSpan words) {
  const std::size_t size = BackWord(text, words).size();
  text.erase(text.size() - size);
  return size > 0;
}

bool HasAnyWord(std::u32string_view text, WordSpan words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

}  // namespace nianbao::intake
