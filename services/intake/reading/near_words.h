// Characters and words next to a place of a text.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NEAR_WORDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_NEAR_WORDS_H_

#include <initializer_list>
#include <string_view>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// Whether `c` is a character of `set`; never outside a text.
bool IsAmong(char32_t c, std::u32string_view set);

// The first character at or behind `at` that is no space.
int AfterSpaces(const Chars& text, int at);

// Where the text before `end` ends without the spaces at its end.
int BeforeSpaces(const Chars& text, int end);

// The character before `at`, or at it and behind, that is no space; 0 outside
// the text.
char32_t CharBefore(const Chars& text, int at);
char32_t CharBehind(const Chars& text, int at);

// Whether one of the words starts at `at`, or ends just before `end`.
bool AnyStartsAt(const Chars& text, int at,
                 std::initializer_list<std::u32string_view> words);
bool AnyEndsAt(const Chars& text, int end,
               std::initializer_list<std::u32string_view> words);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NEAR_WORDS_H_
