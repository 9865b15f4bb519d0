// Files of the old compound format: encrypted or from before 2007.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_COMPOUND_FILE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_COMPOUND_FILE_H_

#include <string_view>

#include "absl/status/status.h"

namespace nianbao::intake {

// Whether `bytes` begin as a compound file.
bool IsCompoundFile(std::string_view bytes);

// Why a compound file is refused: it is encrypted, or old Word or Excel.
absl::Status RefuseCompoundFile(std::string_view bytes);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_COMPOUND_FILE_H_
