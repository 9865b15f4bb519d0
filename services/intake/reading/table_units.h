// Units of table cells.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_UNITS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_UNITS_H_

#include <string>

#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// The unit that a cell of a unit column names; empty for none ("/").
std::string UnitInCell(const std::string& text, const Lexicon& lexicon);

// The unit in brackets in a caption or head, such as 元/月 in 起薪（元/月）, or
// behind 单位： at its end; empty for none.
std::string UnitInBrackets(const std::string& text, const Lexicon& lexicon);

// Cuts a unit in brackets out of folded `words` and returns it: 就业率(%) is
// 就业率 in %. Empty where none stands there.
std::string CutUnit(std::u32string& words, const Lexicon& lexicon);

// The unit that a name implies: 项数 counts 项, 合格率 is in %, 在校生 are 人;
// empty where it implies none.
std::string UnitByName(const std::string& name, const Lexicon& lexicon);

// Whether a head of changes says that they are in percent: 增幅, 增长率.
bool IsRateOfChange(const std::string& head);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_UNITS_H_
