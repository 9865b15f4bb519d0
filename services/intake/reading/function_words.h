// Words that say nothing of what a figure counts.
#ifndef NIANBAO_SERVICES_INTAKE_READING_FUNCTION_WORDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_FUNCTION_WORDS_H_

#include <string>
#include <string_view>

namespace nianbao::intake {

// Cuts function words, hedges and comparisons off both ends of the words
// before a figure: 其中在校生共有 → 在校生; 在校生比上年 → 在校生.
void CutFunctionWords(std::u32string& words);

// Cuts comparisons off both ends: 比上一届 → nothing; 学校总收入同比 →
// 学校总收入. Whether there was one.
bool CutComparisons(std::u32string& words);

// Where the date ends whose digits end at `at`: behind 年, 学年度 and the like.
int DateWordsEnd(std::u32string_view text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_FUNCTION_WORDS_H_
