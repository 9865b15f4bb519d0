// Topics that words without a figure set for the figures behind them.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CLAUSE_TOPICS_H_
#define NIANBAO_SERVICES_INTAKE_READING_CLAUSE_TOPICS_H_

#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// The topic that the text before character `at` sets in its sentence or as the
// paragraph's title: 1+X证书：…, 在省级竞赛中，…, （1）教师培训。… Empty where
// there is none.
std::u32string TopicBefore(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CLAUSE_TOPICS_H_
