// Errors of files that can't be read, in one form.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_FILE_ERRORS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_FILE_ERRORS_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"

namespace nianbao::intake {

// The file is cut off or its insides do not fit together: `where` names the
// part, `what` the damage. Reason DAMAGED_FILE.
absl::Status DamagedFile(const std::string& where, const std::string& what);

// The file holds more than a report can: `what` says how much and the limit.
// Reason FILE_TOO_LARGE.
absl::Status FileTooLarge(const std::string& where, const std::string& what);

// The file is made to hurt its reader: `what` says how. Reason HOSTILE_FILE.
absl::Status HostileFile(const std::string& where, const std::string& what);

// Another file than can be read: `kind` names it, `advice` says what to do.
// Reason UNSUPPORTED_FILE.
absl::Status UnsupportedFile(const std::string& kind,
                             const std::string& advice);

// A file behind a password. Reason ENCRYPTED_FILE.
absl::Status EncryptedFile();

// A file with programs in it: `where` names the part. Reason MACROS_REFUSED.
absl::Status MacrosRefused(const std::string& where);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_FILE_ERRORS_H_
