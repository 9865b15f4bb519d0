// Errors as people read them.
#ifndef NIANBAO_SERVICES_CLI_ERROR_LINE_H_
#define NIANBAO_SERVICES_CLI_ERROR_LINE_H_

#include <string>

#include "absl/status/status.h"
#include "services/cli/language.h"

namespace nianbao::cli {

// What went wrong with `subject`, such as a file's path, and what to try: one
// line "subject: message" without line break; the message alone where the
// subject is empty. In Chinese where the error, or its reason, has Chinese
// words, else as the error says.
std::string ErrorLine(const absl::Status& status, const std::string& subject,
                      Language language);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_ERROR_LINE_H_
