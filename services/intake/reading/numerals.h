// Numbers in texts: digits, shares, ratios and mixed forms.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMERALS_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMERALS_H_

#include <optional>
#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// A number that starts at a character.
struct Numeral {
  int end = 0;
  // Plain digits, "1:15.92" for a ratio, "2/3" for a fraction.
  std::string value;
  bool in_words = false;
  // Unit that the number words hold, such as "%" for 百分之; empty for none.
  std::string unit;
  // Upper end where one expression names two, as 两三 does; empty otherwise.
  std::string high = {};
  // Where the upper end begins in the text.
  int split = 0;
  // A multiplier without a digit, such as 百 in 百余人; a number only with a
  // hedge.
  bool bare = false;
  // Number words that make no number: 二〇二一, 五四, 几百.
  bool name = false;
};

// The number in digits that starts at `at`: separators, point, ratio, mixed
// forms such as 3万2千. Digits that line breaking parted by blanks are joined
// where what counts stands behind them. Nothing where no digit stands there.
std::optional<Numeral> DigitsAt(const Chars& text, int at);

// The share that starts at `at`: 百分之九十八点五, 千分之3, 三分之二.
std::optional<Numeral> FractionAt(const Chars& text, int at);

// The ratio in words or with 比 that starts at `at`: 二比一, 3比1.
std::optional<Numeral> WordRatioAt(const Chars& text, int at);

// The longest number of any form that starts at `at`.
std::optional<Numeral> NumeralAt(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMERALS_H_
