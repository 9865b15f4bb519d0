#include "services/intake/reading/near_words.h"

#include <algorithm>

namespace nianbao::intake {

bool IsAmong(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

int AfterSpaces(const Chars& text, int at) {
  while (IsSpace(text[at])) ++at;
  return at;
}

int BeforeSpaces(const Chars& text, int end) {
  while (end > 0 && IsSpace(text[end - 1])) --end;
  return end;
}

char32_t CharBefore(const Chars& text, int at) {
  return text[BeforeSpaces(text, at) - 1];
}

char32_t CharBehind(const Chars& text, int at) {
  return text[AfterSpaces(text, at)];
}

bool AnyStartsAt(const Chars& text, int at,
                 std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.HasAt(at, word);
  });
}

bool AnyEndsAt(const Chars& text, int end,
               std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.EndsAt(end, word);
  });
}

}  // namespace nianbao::intake
