// Names of figures that count awards and those who won them.
#ifndef NIANBAO_SERVICES_INTAKE_READING_AWARDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_AWARDS_H_

#include <string>
#include <string_view>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/said.h"

namespace nianbao::intake {

// What is counted in `unit` of the awards of `topic`: 技能节 in 项 is
// 技能节获奖项.
std::u32string Awarded(std::u32string topic, std::string_view unit);

// Awards with a short name, told by which prize it was: 省赛获奖 and 一等奖 are
// 省赛获一等奖. Others, and what are no awards, stay unchanged.
std::u32string OfPrize(std::u32string awards, std::u32string_view prize);

// What the prize at `at` was won in, by the title before a colon, where the
// paragraph up to there counted nothing that it would be a part of: 技能节：
// 一等奖6项. Empty for others.
std::u32string PrizeTopic(const Chars& text, int at, const SaidSoFar& before);

// Whether `phrase` names persons among the winners of the prize just counted:
// 一等奖6项9人，学生7人.
bool SharesPrize(std::u32string_view phrase, const Said& said,
                 const Said* last);

// `label` told to be of awards where the title before the colon is: 技能获奖：
// 教师个人2项. Others unchanged.
std::string OfAwards(const Chars& text, int at, const std::string& label,
                     std::string_view unit);

// The awards that a figure without words goes on with: 辅导学生获奖教师4人5项.
// Empty where it is none of awards.
std::u32string AwardsGoneOn(const Chars& text, const Said& said,
                            const Said* governing);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_AWARDS_H_
