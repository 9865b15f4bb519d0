// Where the catalogue is.
#ifndef NIANBAO_SERVICES_CLI_CATALOGUE_FOLDER_H_
#define NIANBAO_SERVICES_CLI_CATALOGUE_FOLDER_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::cli {

// What says where the catalogue is.
struct CatalogueClues {
  // From --catalogue and NIANBAO_CATALOGUE; empty where not given.
  std::string flag;
  std::string variable;
  // The folder that the command runs in, and the one that holds the program.
  std::filesystem::path working_folder;
  std::filesystem::path program_folder;
};

// The clues of this process, with `flag` as the flag.
CatalogueClues CluesOf(const std::string& flag);

// The folder: what the flag names, else the variable, else the first that is
// there of deploy/catalogue, share/nianbao/catalogue beside the program's
// folder, and deploy/catalogue of the source tree above it. NotFound with
// reason CATALOGUE_NOT_FOUND names the places tried; a flag or variable that
// names no folder is never passed over.
absl::StatusOr<std::string> FindCatalogueFolder(const CatalogueClues& clues);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_CATALOGUE_FOLDER_H_
