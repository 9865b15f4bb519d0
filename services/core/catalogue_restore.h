// A catalogue that was checked before.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_RESTORE_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_RESTORE_H_

#include <memory>
#include <string>
#include <vector>

#include "services/core/catalogue.h"

namespace nianbao::core {

// The catalogue of files that Catalogue::Create has taken before, all in one
// or file by file: the same, without the checks, which take most of the time.
// Of use for such files only.
std::unique_ptr<const Catalogue> RestoreCatalogue(
    std::vector<CatalogueFile> files, std::string revision);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_RESTORE_H_
