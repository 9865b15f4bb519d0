// A number and what stands around it.
#ifndef NIANBAO_SERVICES_INTAKE_READING_NUMBER_IN_TEXT_H_
#define NIANBAO_SERVICES_INTAKE_READING_NUMBER_IN_TEXT_H_

#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/numerals.h"

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
  const Numeral& numeral;
  const Number& number;

  int end() const { return numeral.end; }

  // Whether a + or - that is no dash stands before the numeral.
  bool IsSigned() const;

  // Whether anything says that the number counts or measures: a unit, a hedge,
  // a sign, the other side of a ratio.
  bool HasMeasure() const;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_NUMBER_IN_TEXT_H_
