// Units as texts print them.
#ifndef NIANBAO_SERVICES_INTAKE_READING_UNIT_WORDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_UNIT_WORDS_H_

#include <string>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// A unit that stands in a text.
struct UnitWord {
  // Where it ends; its start where none stands there.
  int end = 0;
  // Normal form; empty for none.
  std::string normal;
};

// The unit that starts at `at`, with what it is counted per: 万元/人, 元·月. A
// word that only begins like a unit is none: 部门, 成立, 位于. Where such a
// word names things that are counted without a measure word, as in 12项目, the
// unit is 个 and ends where it starts.
UnitWord UnitAt(const Chars& text, int at, const Lexicon& lexicon);

// The unit of a bracket that closes just before `end`: 招生数（人） or
// 金额（单位：万元）; empty for none.
std::string UnitInBracketBefore(const Chars& text, int end,
                                const Lexicon& lexicon);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_UNIT_WORDS_H_
