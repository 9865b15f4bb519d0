// Keeps paragraphs short enough to be read figure by figure.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_LONG_PARAGRAPHS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_LONG_PARAGRAPHS_H_

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// Cuts paragraphs of more than 6,000 bytes (2,000 Chinese characters), which
// no report has but files that lost their line breaks do, behind the last
// sentence that fits, or clause, or character. No text is lost. What a figure
// leans on is searched in its paragraph, so the time that a text takes grows
// with the square of a paragraph's length. Pieces behind the first have the
// paragraph's id with ".2", ".3" and so on.
void SplitLongParagraphs(nianbao::document::v1::Document& document);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_LONG_PARAGRAPHS_H_
