// Small counts that a text states, whether or not they are facts.
#ifndef NIANBAO_SERVICES_VALIDATION_COUNTS_H_
#define NIANBAO_SERVICES_VALIDATION_COUNTS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace nianbao::validation {

// A number of things with its measure word, such as 四个 or "6 位". Places are
// bytes of the text.
struct StatedCount {
  int value = 0;
  std::size_t begin = 0;
  // Byte behind the numeral.
  std::size_t numeral_end = 0;
  // Byte behind the measure word.
  std::size_t end = 0;
};

// A whole number below 100 in digits or words, with the bytes it takes.
struct SmallNumber {
  int value = 0;
  std::size_t size = 0;
};

// The number at the start of `text`: "12", 十二, 两. Nothing for longer
// numbers, decimals and 百, 千, 万.
std::optional<SmallNumber> SmallNumberAt(std::string_view text);

// Counts of two or more things in `text`, in order. Ordinals, hedged numbers,
// times and dates are none.
std::vector<StatedCount> CountsIn(std::string_view text);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_COUNTS_H_
