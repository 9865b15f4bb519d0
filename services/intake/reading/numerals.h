// Numbers in texts: Arabic digits and Chinese number words.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMERALS_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMERALS_H_

#include <optional>
#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// A number that starts at a character.
struct Numeral {
  int end = 0;
  // Plain digits, "1:15.92" for a ratio.
  std::string value;
  bool in_words = false;
  // Unit that the number words hold, such as "%" for 百分之; empty for none.
  std::string unit;
};

// The share in words that starts at `at`: 百分之九十八点五, 千分之3.
std::optional<Numeral> FractionAt(const Chars& text, int at);

// The number in digits that starts at `at`: separators, point, ratio. Nothing
// where no digit stands there.
std::optional<Numeral> DigitsAt(const Chars& text, int at);

// The number in Chinese words that starts at `at`, such as 三千二百五十六 or
// 两万; nothing where none stands there. 万 and 亿 are worked in.
std::optional<Numeral> WordsAt(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMERALS_H_
