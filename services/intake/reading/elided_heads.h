// Heads that a phrase leaves out because they were said before.
#ifndef NIANBAO_SERVICES_INTAKE_READING_ELIDED_HEADS_H_
#define NIANBAO_SERVICES_INTAKE_READING_ELIDED_HEADS_H_

#include <string>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/said.h"

namespace nianbao::intake {

// `phrase` of the figure at `said.at` with the head that it leaves out:
// 评上高级 职称的41人 are 高级职称教师 where teachers are spoken of, 新签8家
// behind 合作企业57家 are 新签合作企业. The phrase itself where it leaves out
// none.
std::u32string WithElidedHead(const std::u32string& phrase, const Chars& text,
                              const Said& said, const SaidSoFar& before);

// `phrase` of the figure at `at` with the quoted name that the sentence speaks
// of where it only tells a service: “驿站”开展25次，辅导学生140人次.
std::u32string WithQuotedSubject(const std::u32string& phrase,
                                 const Chars& text, int at);

// The word for persons that stands last before character `at`, such as 教师;
// empty where none stands near.
std::u32string_view PersonsBefore(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_ELIDED_HEADS_H_
