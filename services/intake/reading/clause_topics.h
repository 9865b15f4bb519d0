// Topics that words without a figure set for the figures behind them.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CLAUSE_TOPICS_H_
#define NIANBAO_SERVICES_INTAKE_READING_CLAUSE_TOPICS_H_

#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// The topic that the sentence sets before character `at`: 1+X证书：…,
// 在省级竞赛中，…, 技能大赛于5月举行，… Empty where there is none.
std::u32string TopicBefore(const Chars& text, int at);

// The title that stands at the paragraph's head: （1）教师培训。… Empty where
// there is none.
std::u32string TitleTopic(const Chars& text);

// Whether a clause starts at `at` that splits what was said:
// 按对象分，从级别看，
bool SplitsAt(const Chars& text, int at);

// The group to which the sentence's first clause narrows persons named behind
// it: 护理专业与两所高校合作办学，学生76人. Empty where it speaks of the whole.
std::u32string GroupBefore(const Chars& text, int at);

// The building or institution that the sentence has brought in before
// character `at`: 建成检测中心，面积620平方米. Empty where none.
std::u32string FacilityBefore(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CLAUSE_TOPICS_H_
