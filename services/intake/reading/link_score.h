// Points of an indicator for a figure.
#ifndef NIANBAO_SERVICES_INTAKE_READING_LINK_SCORE_H_
#define NIANBAO_SERVICES_INTAKE_READING_LINK_SCORE_H_

#include "services/intake/reading/linker.h"

namespace nianbao::intake {

// Points for words: the label is a wording as it stands, or is one without
// words of quantity.
inline constexpr int kSameWords = 70;
inline constexpr int kSameCore = 60;
inline constexpr int kPartOfWhole = 70;

// The candidate that the indicator is for the figure, with `words` points for
// its words. Its score is zero where the figure cannot be the indicator's.
LinkCandidate ScoreOf(const nianbao::catalogue::v1::Indicator& indicator,
                      const std::string& wording, int words,
                      const LinkFigure& figure);

// How alike two texts are by their pairs of characters, in hundredths.
int Likeness(const std::string& a, const std::string& b);

// The words without those of quantity at their end, such as 在校生人数 →
// 在校生; the words themselves where too little would be left.
std::string WithoutQuantity(const std::string& key);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_LINK_SCORE_H_
