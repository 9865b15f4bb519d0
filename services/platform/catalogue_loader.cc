#include "services/platform/catalogue_loader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "openssl/evp.h"
#include "services/core/catalogue_restore.h"
#include "services/core/errors.h"
#include "services/platform/catalogue_loader_parse.h"

namespace nianbao::platform {
namespace {

namespace fs = std::filesystem;

constexpr char kExtension[] = ".textproto";

// A screenful; the rest shows once these are mended.
constexpr std::size_t kMostShown = 20;

// Bytes by the file's name within the folder, in name order.
using FileBytes = std::map<std::string, std::string>;

absl::Status Unreadable(const fs::path& path, const std::string& why) {
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("catalogue: can't read ", path.string(), ": ", why,
                   "; check that it is there and may be read"),
      {.reason = "CATALOGUE_UNREADABLE",
       .metadata = {{"path", path.string()}, {"cause", why}}});
}

absl::Status NotFound(const std::string& folder, const std::string& what) {
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("catalogue: ", what, " ", folder,
                   "; name the folder that holds the *.textproto files"),
      {.reason = "CATALOGUE_NOT_FOUND", .metadata = {{"folder", folder}}});
}

absl::StatusOr<std::string> ReadBytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::array<char, 1 << 14> chunk;
  do {
    in.read(chunk.data(), chunk.size());
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  } while (in);
  if (in.bad() || !in.eof()) return Unreadable(path, "reading fails");
  return bytes;
}

bool IsHidden(const fs::path& path) {
  return path.filename().string().front() == '.';
}

absl::StatusOr<FileBytes> ReadFolder(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return NotFound(folder, "no folder");
  FileBytes files;
  std::error_code ignored;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    const fs::path path = at->path();
    if (IsHidden(path)) {
      at.disable_recursion_pending();
    } else if (path.extension() == kExtension && !at->is_directory(ignored)) {
      NIANBAO_ASSIGN_OR_RETURN(
          files[path.lexically_relative(folder).generic_string()],
          ReadBytes(path));
    }
  }
  if (error) return Unreadable(folder, error.message());
  if (files.empty()) return NotFound(folder, "no *.textproto file in");
  return files;
}

// SHA-256 over names and bytes, each behind its length so that no two folders
// run together.
std::string RevisionOf(const FileBytes& files) {
  std::string all;
  for (const auto& [name, bytes] : files) {
    absl::StrAppend(&all, name.size(), ":", name, bytes.size(), ":", bytes);
  }
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(all.data(), all.size(), digest, &size, EVP_sha256(), nullptr);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest), size));
}

// The problems of all files; there is at least one.
absl::Status BadFiles(const std::vector<ParsedFile>& files) {
  std::string message;
  core::ErrorInfo info{.reason = "BAD_CATALOGUE", .metadata = {}};
  std::size_t count = 0;
  for (const ParsedFile& parsed : files) {
    for (const auto& [line, column, problem] : parsed.problems) {
      if (count++ >= kMostShown) continue;
      absl::StrAppend(&message, message.empty() ? "" : "\n", parsed.file.path,
                      ":", line, ":", column, ": ", problem);
      if (count > 1) continue;
      info.metadata = {{"file", parsed.file.path},
                       {"line", absl::StrCat(line)},
                       {"column", absl::StrCat(column)},
                       {"problem", problem}};
    }
  }
  info.metadata["errors"] = absl::StrCat(count);
  if (count > kMostShown) {
    absl::StrAppend(&message, "\nand ", count - kMostShown, " more errors");
  }
  return core::MakeError(absl::StatusCode::kInvalidArgument, message, info);
}

absl::StatusOr<std::unique_ptr<const core::Catalogue>> Create(
    const FileBytes& bytes, Places places) {
  std::vector<ParsedFile> parsed;
  parsed.reserve(bytes.size());
  for (const auto& [name, text] : bytes) {
    parsed.push_back(ParseCatalogueFile(name, text, places));
  }
  if (std::any_of(parsed.begin(), parsed.end(),
                  [](const auto& p) { return !p.problems.empty(); })) {
    return BadFiles(parsed);
  }
  std::vector<core::CatalogueFile> files;
  files.reserve(parsed.size());
  for (ParsedFile& p : parsed) files.push_back(std::move(p.file));
  return core::Catalogue::Create(std::move(files), RevisionOf(bytes));
}

// Only messages about errors need the places, and every program pays for its
// start; a catalogue with errors is read again, for their places.
absl::StatusOr<std::unique_ptr<const core::Catalogue>> Create(
    const FileBytes& bytes) {
  auto catalogue = Create(bytes, Places::kUnknown);
  return catalogue.ok() ? std::move(catalogue) : Create(bytes, Places::kKnown);
}

// The definitions that were compiled; null where they are of another making.
std::unique_ptr<const core::Catalogue> Restore(const CompiledCatalogue& known) {
  std::vector<core::CatalogueFile> files(1);
  files.front().content = std::make_unique<nianbao::catalogue::v1::Catalogue>();
  if (!files.front().content->ParseFromArray(
          known.content.data(), static_cast<int>(known.content.size()))) {
    return nullptr;
  }
  return core::RestoreCatalogue(std::move(files), std::string(known.revision));
}

std::string Serialized(const nianbao::catalogue::v1::Catalogue& content) {
  std::string bytes;
  google::protobuf::io::StringOutputStream out(&bytes);
  google::protobuf::io::CodedOutputStream coded(&out);
  coded.SetSerializationDeterministic(true);
  content.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

}  // namespace

absl::StatusOr<std::unique_ptr<const core::Catalogue>> LoadCatalogue(
    const std::string& folder) {
  NIANBAO_ASSIGN_OR_RETURN(const FileBytes bytes, ReadFolder(folder));
  return Create(bytes);
}

absl::StatusOr<std::unique_ptr<const core::Catalogue>> LoadCatalogue(
    const std::string& folder, const CompiledCatalogue& known) {
  NIANBAO_ASSIGN_OR_RETURN(const FileBytes bytes, ReadFolder(folder));
  if (RevisionOf(bytes) == known.revision) {
    if (auto catalogue = Restore(known)) return catalogue;
  }
  return Create(bytes);
}

absl::StatusOr<std::string> CompileCatalogue(const std::string& folder) {
  NIANBAO_ASSIGN_OR_RETURN(const FileBytes bytes, ReadFolder(folder));
  NIANBAO_RETURN_IF_ERROR(Create(bytes).status());
  nianbao::catalogue::v1::Catalogue all;
  for (const auto& [name, text] : bytes) {
    all.MergeFrom(
        *ParseCatalogueFile(name, text, Places::kUnknown).file.content);
  }
  return Serialized(all);
}

absl::StatusOr<std::unique_ptr<const core::Catalogue>> LoadCatalogueWithPlaces(
    const std::string& folder) {
  NIANBAO_ASSIGN_OR_RETURN(const FileBytes bytes, ReadFolder(folder));
  return Create(bytes, Places::kKnown);
}

}  // namespace nianbao::platform
