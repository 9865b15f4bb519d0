// Clauses and sentences of a text.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CLAUSES_H_
#define NIANBAO_SERVICES_INTAKE_READING_CLAUSES_H_

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// Whether a clause ends at the character: a comma, colon, bracket or the end
// of a sentence. A comma within digits parts nothing.
bool EndsClause(const Chars& text, int at);

// Whether a sentence ends at the character.
bool EndsSentence(char32_t c);

// The first character of the clause, or sentence, in which `at` stands; at most
// 600 characters before it.
int ClauseBegin(const Chars& text, int at);
int SentenceBegin(const Chars& text, int at);

// The character that ends the clause in which `at` stands, or size().
int ClauseEnd(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CLAUSES_H_
