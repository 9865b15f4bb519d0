// Small questions about Chinese text in UTF-8.
#ifndef NIANBAO_SERVICES_VALIDATION_TEXT_SCAN_H_
#define NIANBAO_SERVICES_VALIDATION_TEXT_SCAN_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::validation {

using Words = std::initializer_list<std::string_view>;

bool Has(std::string_view text, std::string_view word);
bool HasAny(std::string_view text, Words words);
bool StartsWithAny(std::string_view text, Words words);
bool EndsWithAny(std::string_view text, Words words);

// Where the first of the words starts; npos where none stands.
std::size_t FindAny(std::string_view text, Words words);

// `text` without the words that stand at its end, again and again.
std::string_view StripEnd(std::string_view text, Words words);
// The same for its start.
std::string_view StripStart(std::string_view text, Words words);

// `text` without spaces, tabs and line breaks.
std::string Compact(std::string_view text);

// The characters of a UTF-8 text.
std::vector<std::string_view> Characters(std::string_view text);

// Bytes of the character at the start of `text`; at least one.
std::size_t CharacterSize(std::string_view text);

// What stands behind the last comma, semicolon, colon or bracket that is left
// open: the clause that leads up to a figure.
std::string_view LastClause(std::string_view text);

// How many characters of `part` stand nowhere in `text`.
int CharactersMissing(std::string_view part, std::string_view text);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TEXT_SCAN_H_
