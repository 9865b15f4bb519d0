// Runs of digits with separators, point and blanks.
#ifndef NIANBAO_SERVICES_INTAKE_READING_DIGIT_GROUPS_H_
#define NIANBAO_SERVICES_INTAKE_READING_DIGIT_GROUPS_H_

#include <optional>
#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// Digits that start at a character.
struct DigitRun {
  int end = 0;
  // Without separators and blanks.
  std::string digits;
};

// The plain number that starts at `at`: 4,902 or 16818.77. Blanks within it, as
// "1 234 人", "85. 2%" and "2 0 2 1 年" have them, are left out only where a
// measure follows. Nothing where no digit stands at `at`.
std::optional<DigitRun> DigitRunAt(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_DIGIT_GROUPS_H_
