// Numbers in Chinese words.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_WORDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_WORDS_H_

#include <cstdint>
#include <optional>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/numerals.h"

namespace nianbao::intake {

// The digit of a number word: 零 to 九, 两, 〇; -1 for any other character.
int DigitWord(char32_t c);

// 10, 100 and 1000 for 十, 百 and 千; 0 for any other character.
std::int64_t SmallUnit(char32_t c);

// 10000 and 100000000 for 万 and 亿; 0 for any other character.
std::int64_t LargeUnit(char32_t c);

// The number in Chinese words that starts at `at`, such as 三千二百五十六,
// 两万, 三点五 or 一千二; nothing where no number word stands there. 万 and 亿
// are worked in. Two neighbouring digits are two ends of a range, as in 两三个.
// Words that make no number, such as 二〇二一, 五四 or 几百, are a name.
std::optional<Numeral> WordsAt(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_WORDS_H_
