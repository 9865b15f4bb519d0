// The words behind a figure, and what of them the figure counts.
#ifndef NIANBAO_SERVICES_INTAKE_READING_WORDS_BEHIND_H_
#define NIANBAO_SERVICES_INTAKE_READING_WORDS_BEHIND_H_

#include <string>
#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"

namespace nianbao::intake {

// Characters [begin, end) without spaces, folded.
std::u32string Between(const Chars& text, int begin, int end);

// The words from the figure to the clause's end or the next number. Nouns and
// predicates that 、 lists are taken whole; of a relative clause that holds a
// number only what it tells of is left: in 1个可容纳920人的报告厅 the 报告厅.
std::u32string RightOf(const Chars& text, const std::vector<Number>& numbers,
                       std::size_t index);

// Whether the figure measures the thing that is named right behind it:
// 3000多平方米室内场地. `left` is the words before it.
bool MeasuresBehind(const Number& number, const std::u32string& right,
                    const std::u32string& left);

// The share that a figure in percents is of a thing named behind it:
// 九成的学生 → 学生占比; empty where it names none.
std::u32string ShareBehind(const Number& number, const std::u32string& right);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_WORDS_BEHIND_H_
