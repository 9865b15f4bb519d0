#include "services/intake/reading/cell_figures.h"

#include <algorithm>

#include "services/intake/readers/cell_texts.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/numerals.h"

namespace nianbao::intake {
namespace {

// The hedge of a cell at `at`, such as 余 in 120余人; gives what is behind it.
int SetHedge(const Chars& cell, int at, const Lexicon& lexicon,
             nianbao::fact::v1::Figure& figure) {
  const auto hedge = lexicon.hedges.At(cell, at);
  if (hedge.length > 0) figure.set_hedge(HedgeOf(hedge.normal));
  return at + hedge.length;
}

}  // namespace

void ReadCellFigure(const std::string& text, const Lexicon& lexicon,
                    nianbao::fact::v1::Figure& figure) {
  const Chars chars(text);
  const bool sign = chars[0] == U'-' || chars[0] == U'+';
  const auto numeral = DigitsAt(chars, sign ? 1 : HedgeOfCell(chars));
  if (!numeral) return;
  figure.set_text(text);
  figure.set_value((chars[0] == U'-' ? "-" : "") + numeral->value);
  SetHedge(chars, 0, lexicon, figure);
  int at = SetHedge(chars, numeral->end, lexicon, figure);
  while (IsSpace(chars[at])) ++at;
  const auto unit = lexicon.units.At(chars, at);
  if (unit.length > 0) figure.set_unit(unit.normal);
  const bool many = chars[at] == U'万' || chars[at] == U'亿';
  SetHedge(chars, at + std::max(unit.length, many ? 1 : 0), lexicon, figure);
}

std::string MultiplierIn(std::string_view text) {
  for (const std::string_view hedge : {"余", "多", "左右"}) {
    if (text.ends_with(hedge)) text.remove_suffix(hedge.size());
  }
  for (const std::string multiplier : {"万", "亿"}) {
    if (text.ends_with(multiplier)) return multiplier;
  }
  return "";
}

}  // namespace nianbao::intake
