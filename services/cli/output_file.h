// Files that the command line writes.
#ifndef NIANBAO_SERVICES_CLI_OUTPUT_FILE_H_
#define NIANBAO_SERVICES_CLI_OUTPUT_FILE_H_

#include <string>

#include "absl/status/status.h"

namespace nianbao::cli {

// Makes the folder with those above it; OK where it is there already.
// PermissionDenied with reason FOLDER_NOT_MADE otherwise.
absl::Status MakeFolder(const std::string& folder);

// Writes the file whole or not at all: a reader sees the old file or the new
// one. PermissionDenied with reason FILE_NOT_WRITTEN otherwise.
absl::Status WriteFile(const std::string& path, const std::string& bytes);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_OUTPUT_FILE_H_
