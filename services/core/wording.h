// Wordings of concepts, made comparable.
#ifndef NIANBAO_SERVICES_CORE_WORDING_H_
#define NIANBAO_SERVICES_CORE_WORDING_H_

#include <string>
#include <string_view>

namespace nianbao::core {

// `text` without spaces, with full-width letters, digits and signs (，（％Ａ)
// as their half-width forms and ASCII letters small. UTF-8 in and out; bytes
// that are none stay as they are.
std::string NormalWording(std::string_view text);

// The normal wording without punctuation, brackets and quotes: what the
// catalogue compares when it asks whether two wordings are the same. Signs of
// a number's own, % and +, stay.
std::string WordingKey(std::string_view text);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_WORDING_H_
