// Tells figures from dates, ordinals, names and modifiers.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_KINDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_KINDS_H_

#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// Stretches of a text that are names: titles in 《》, short quotations, set
// phrases of the vocabulary, document numbers in brackets.
class NameSpans {
 public:
  NameSpans(const Chars& text, const Lexicon& lexicon);

  // Whether the character stands in a name.
  bool Covers(int at) const { return covered_[static_cast<std::size_t>(at)]; }

 private:
  void CoverBetween(const Chars& text, char32_t open, char32_t close,
                    int longest);

  std::vector<bool> covered_;
};

// A number and what stands around it.
struct NumberInText {
  const Chars& text;
  const NameSpans& names;
  // The bare numeral, without hedge and unit.
  int begin;
  int end;
  const Number& number;
};

// What the number is.
NumberKind KindOf(const NumberInText& it);

// Whether a year stands at `at`: four digits and 年, 届, 级 and the like.
bool IsYearAt(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_KINDS_H_
