// Labels that say what is measured: 党支部 in 个 is 党支部数.
#ifndef NIANBAO_SERVICES_INTAKE_READING_MEASURES_H_
#define NIANBAO_SERVICES_INTAKE_READING_MEASURES_H_

#include <string>
#include <string_view>

namespace nianbao::intake {

// The phrase with the word for what `unit` measures, unless it ends in one:
// 兼职教师 in 人 is 兼职教师数, 就业 is 就业人数, 讲座 in 场 is 讲座场次.
std::u32string Measured(std::u32string phrase, std::string_view unit);

// Label of the share that `part` has of `whole`: 文化课教师占教职工比例,
// without 的. The pupils stand in brackets: 男生占比(占在校生). A whole that is
// empty or everything (全校) is left out: 男生占比.
std::u32string ShareName(std::u32string part, std::u32string whole);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_MEASURES_H_
