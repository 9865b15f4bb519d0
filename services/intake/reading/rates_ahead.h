// Rates that a sentence states behind a count, and that name what it counts.
#ifndef NIANBAO_SERVICES_INTAKE_READING_RATES_AHEAD_H_
#define NIANBAO_SERVICES_INTAKE_READING_RATES_AHEAD_H_

#include <string>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// What the sentence's next rate of `attribute` is a rate of: 专业技能 in
// 886人合格，专业技能合格率98.01%. Empty where there is none, or it says
// nothing more. `end` is the character behind the count.
std::u32string RatedTopic(const Chars& text, int end,
                          std::u32string_view attribute);

// `phrase` by the name of the rate in the next clause where the phrase only
// tells a place: 在本市企业就业139人，本地就业率70.20% counts 本地就业.
std::u32string ByRate(const std::u32string& phrase, const Chars& text, int end);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_RATES_AHEAD_H_
