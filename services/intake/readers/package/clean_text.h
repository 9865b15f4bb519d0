// Texts from files, made fit to be kept.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_CLEAN_TEXT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_CLEAN_TEXT_H_

#include <string>
#include <string_view>

namespace nianbao::intake {

// `text` as valid UTF-8: wrong bytes become U+FFFD; control characters besides
// tab and line feed go, and so do characters that nobody sees (zero width,
// soft hyphens, byte order marks).
std::string CleanText(std::string_view text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_CLEAN_TEXT_H_
