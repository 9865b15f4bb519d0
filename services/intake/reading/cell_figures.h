// Figures of table cells: value, hedge and unit as printed.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CELL_FIGURES_H_
#define NIANBAO_SERVICES_INTAKE_READING_CELL_FIGURES_H_

#include <string>
#include <string_view>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// Sets text, value, hedge and unit of `figure` from a cell that IsFigureCell:
// 约120, 80余人, -3.5%. A unit that stands elsewhere stays unset.
void ReadCellFigure(const std::string& text, const Lexicon& lexicon,
                    nianbao::fact::v1::Figure& figure);

// 万 or 亿 behind the digits of a cell whose unit stands elsewhere: 10.92万 in
// a row of 元, 39万余. Empty where there is none.
std::string MultiplierIn(std::string_view text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CELL_FIGURES_H_
