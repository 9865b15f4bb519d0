// The list of entries at the end of a zip file.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_ZIP_DIRECTORY_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_ZIP_DIRECTORY_H_

#include <string_view>

namespace nianbao::intake {

// Whether two entries of the list share bytes of the file, so that it unpacks
// to many times what one entry could. A list that can't be followed has none.
bool EntriesOverlap(std::string_view bytes);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_ZIP_DIRECTORY_H_
