// Loads the catalogue from its folder.
#ifndef NIANBAO_SERVICES_PLATFORM_CATALOGUE_LOADER_H_
#define NIANBAO_SERVICES_PLATFORM_CATALOGUE_LOADER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/core/catalogue.h"
#include "services/platform/compiled_catalogue.h"

namespace nianbao::platform {

// The catalogue of all *.textproto files in `folder` and the folders in it;
// names that start with a point are left out. Its revision is the SHA-256 of
// the files' names and bytes, so equal folders have equal revisions wherever
// they stand.
//
// NotFound with reason CATALOGUE_NOT_FOUND: no such folder, or no file in it.
// InvalidArgument with reason BAD_CATALOGUE: the message lists the errors, each
// as "file:line:column: problem" with the file's name within the folder.
// Unavailable with reason CATALOGUE_UNREADABLE: a file that can't be read.
absl::StatusOr<std::unique_ptr<const core::Catalogue>> LoadCatalogue(
    const std::string& folder);

// As LoadCatalogue. Where the folder holds the very bytes that `known` was
// compiled from, `known` is taken: no file is parsed or checked again.
absl::StatusOr<std::unique_ptr<const core::Catalogue>> LoadCatalogue(
    const std::string& folder, const CompiledCatalogue& known);

// The content of a CompiledCatalogue, the same for equal folders; errors as
// LoadCatalogue has them.
absl::StatusOr<std::string> CompileCatalogue(const std::string& folder);

// The same catalogue with the places of its elements, which take as long to
// note as the rest; for messages about definitions that are no errors.
absl::StatusOr<std::unique_ptr<const core::Catalogue>> LoadCatalogueWithPlaces(
    const std::string& folder);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CATALOGUE_LOADER_H_
