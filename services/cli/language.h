// The language that the command line speaks.
#ifndef NIANBAO_SERVICES_CLI_LANGUAGE_H_
#define NIANBAO_SERVICES_CLI_LANGUAGE_H_

#include <string>

#include "nianbao/catalogue/v1/catalogue.pb.h"

namespace nianbao::cli {

enum class Language { kChinese, kEnglish };

// The words of that language.
inline std::string In(Language language, const char* zh, const char* en) {
  return language == Language::kChinese ? zh : en;
}

// The text in that language, or in the other where it has none.
inline const std::string& In(Language language,
                             const nianbao::catalogue::v1::Text& text) {
  const bool zh =
      language == Language::kChinese ? !text.zh().empty() : text.en().empty();
  return zh ? text.zh() : text.en();
}

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_LANGUAGE_H_
