// What the text of a table's cell is.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_CELL_TEXTS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_CELL_TEXTS_H_

#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// Whether a cell's text is a year without 年: 2021.
bool IsYear(const std::string& text);

// Whether a cell says that there is no figure: "/", dashes, 无.
bool IsNoFigure(const std::string& text);

// Characters of the word that widens a cell's figure in front of it, as 约 in
// 约120人; zero for none.
int HedgeOfCell(const Chars& text);

// Whether a cell's text is a figure: digits with at most a sign or a hedge, a
// percent sign or a short unit. A year with 年 is none; for a bare one ask
// IsYear.
bool IsFigureCell(const std::string& text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_CELL_TEXTS_H_
