#include "services/intake/readers/package/file_errors.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::intake {
namespace {

absl::Status Refuse(const std::string& message, const std::string& reason,
                    const std::string& where, const std::string& what) {
  core::ErrorInfo info{.reason = reason, .metadata = {}};
  if (!where.empty()) info.metadata["part"] = where;
  if (!what.empty()) info.metadata["what"] = what;
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      where.empty() ? message : absl::StrCat(where, ": ", message), info);
}

}  // namespace

absl::Status DamagedFile(const std::string& where, const std::string& what) {
  return Refuse(absl::StrCat("the file is cut off or damaged: ", what,
                             "; open it in Word or Excel, save it again and "
                             "hand in the new file"),
                "DAMAGED_FILE", where, what);
}

absl::Status FileTooLarge(const std::string& where, const std::string& what) {
  return Refuse(
      absl::StrCat(what, "; hand in the report alone, in smaller files"),
      "FILE_TOO_LARGE", where, what);
}

absl::Status HostileFile(const std::string& where, const std::string& what) {
  return Refuse(absl::StrCat(what,
                             "; no Word or Excel writes such a file, so it is "
                             "refused; save the report again under a new name"),
                "HOSTILE_FILE", where, what);
}

absl::Status UnsupportedFile(const std::string& kind,
                             const std::string& advice) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("this is ", kind, ", which can't be read; ", advice),
      {.reason = "UNSUPPORTED_FILE", .metadata = {{"kind", kind}}});
}

absl::Status EncryptedFile() {
  return Refuse(
      "the file is encrypted with a password; remove the password (File, Info, "
      "Protect) and hand it in again",
      "ENCRYPTED_FILE", "", "");
}

absl::Status MacrosRefused(const std::string& where) {
  return Refuse(
      "the file holds macros, which a report does not need; save it as .docx "
      "or .xlsx without macros and hand it in again",
      "MACROS_REFUSED", where, "");
}

}  // namespace nianbao::intake
