// Characters of symbol fonts.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_SYMBOL_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_SYMBOL_H_

#include <string>
#include <string_view>

namespace nianbao::intake {

// The character that `font` shows for the code `hex`, in UTF-8; empty where it
// is a drawing without a meaning in text.
std::string SymbolText(std::string_view font, std::string_view hex);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_SYMBOL_H_
