// Words around a figure that say what changed, and how far.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CHANGE_WORDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_CHANGE_WORDS_H_

#include <string>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// The direction of the change that `number` states, such as 增加; empty where
// it states none. `left`, the words before it, loses those that say so and
// what the figure is compared with.
std::string DirectionOf(const Chars& text, const Number& number,
                        std::u32string& left, const Lexicon& lexicon);

// Cuts a word for the level that a change reached: 增加到, 提高至.
void CutReached(std::u32string& words, const Lexicon& lexicon);

// 剩饭由每天 → 剩饭由, 减到每天 → 减到: how often is no part of what changes.
void CutEachTime(std::u32string& words);

// Whether 由 or 从 stands right before the figure: 由每天180公斤减到65公斤.
bool FromLevel(const Chars& text, const Number& number);

// Whether `words` begin with a word of two characters or more for a change:
// 多招26人.
bool BeginsWithMoreOrLess(const std::u32string& words);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CHANGE_WORDS_H_
