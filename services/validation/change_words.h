// The words around a change.
#ifndef NIANBAO_SERVICES_VALIDATION_CHANGE_WORDS_H_
#define NIANBAO_SERVICES_VALIDATION_CHANGE_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "services/validation/passage.h"

namespace nianbao::validation {

// The words that lead up to a change.
struct Clause {
  int begin = 0;      // byte of the passage's text
  std::string words;  // without spaces
};

// From the last mark that ends a clause, over figures, up to the change; with
// the clause before where that compares, as in "与2020年的80人相比，增长5%".
Clause ClauseOf(const Passage& passage, int mention);

// What the clause itself names as changed: 职教高考 of "其中职教高考增加".
// Empty for "增长" and the like, which go on with the change before.
std::string OwnSubject(const Clause& clause);

// Whether the key is a shorter name of the longer one: it starts and ends like
// it and has its characters in the same order, 体育教师 for 体育课专任教师.
bool Shortens(std::string_view key, std::string_view longer);

// Whether a key with or without its 率 is that of the rate.
bool NamesRate(std::string_view key, std::string_view rate);

// The first year that the words name.
std::optional<int> YearIn(std::string_view words);

// The year where the words say nothing else: "2020年为".
std::optional<int> YearIfAlone(std::string_view words);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHANGE_WORDS_H_
