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

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_WORDING_H_
