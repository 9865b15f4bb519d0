#include "services/cli/catalogue_folder.h"

#include <cstdlib>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

constexpr char kVariable[] = "NIANBAO_CATALOGUE";
constexpr char kInSources[] = "deploy/catalogue";
constexpr char kInstalled[] = "share/nianbao/catalogue";

bool IsFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

absl::StatusOr<std::string> Named(const std::string& source,
                                  const std::string& folder) {
  if (IsFolder(folder)) return folder;
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("no catalogue folder at ", folder, ", which ", source,
                   " names; name the folder that holds the *.textproto files"),
      {.reason = "CATALOGUE_NOT_FOUND",
       .metadata = {
           {"folder", folder},
           {"source", source},
           {"zh", absl::StrCat(source, " 指定的指标目录文件夹 ", folder,
                               " 不存在；请指定存放 *.textproto "
                               "文件的文件夹")}}});
}

absl::Status NoneFound(const std::vector<std::string>& places) {
  const std::string tried = absl::StrJoin(places, ", ");
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("no catalogue folder; tried ", tried,
                   "; name it with --catalogue or ", kVariable),
      {.reason = "CATALOGUE_NOT_FOUND",
       .metadata = {{"places", tried},
                    {"zh", absl::StrCat("找不到指标目录文件夹，找过：", tried,
                                        "；请用 --catalogue 或环境变量 ",
                                        kVariable, " 指定")}}});
}

// The source tree of a program in build/<preset>/bin.
fs::path SourceTreeOf(const fs::path& program_folder) {
  return program_folder.parent_path().parent_path().parent_path();
}

}  // namespace

CatalogueClues CluesOf(const std::string& flag) {
  CatalogueClues clues;
  clues.flag = flag;
  if (const char* variable = std::getenv(kVariable)) clues.variable = variable;
  std::error_code error;
  clues.working_folder = fs::current_path(error);
  clues.program_folder = fs::read_symlink("/proc/self/exe", error);
  clues.program_folder = clues.program_folder.parent_path();
  return clues;
}

absl::StatusOr<std::string> FindCatalogueFolder(const CatalogueClues& clues) {
  if (!clues.flag.empty()) return Named("--catalogue", clues.flag);
  if (!clues.variable.empty()) return Named(kVariable, clues.variable);
  std::vector<std::string> tried;
  for (const fs::path& place :
       {clues.working_folder / kInSources,
        clues.program_folder.parent_path() / kInstalled,
        SourceTreeOf(clues.program_folder) / kInSources}) {
    if (IsFolder(place)) return place.string();
    tried.push_back(place.string());
  }
  return NoneFound(tried);
}

}  // namespace nianbao::cli
