// Words at the ends of a phrase: asked for and cut off.
#ifndef NIANBAO_SERVICES_INTAKE_READING_WORD_ENDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_WORD_ENDS_H_

#include <span>
#include <string>
#include <string_view>

namespace nianbao::intake {

// Lists of words; where one word ends another, the longer stands first.
using WordSpan = std::span<const std::u32string_view>;

// The first word of the list that `text` begins, or ends, with; empty for none.
std::u32string_view FrontWord(std::u32string_view text, WordSpan words);
std::u32string_view BackWord(std::u32string_view text, WordSpan words);

// Cuts that word off; whether there was one.
bool CutFront(std::u32string& text, WordSpan words);
bool CutBack(std::u32string& text, WordSpan words);

// Whether a word of the list stands anywhere in `text`.
bool HasAnyWord(std::u32string_view text, WordSpan words);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_WORD_ENDS_H_
