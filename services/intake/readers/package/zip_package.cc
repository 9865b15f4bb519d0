#include "services/intake/readers/package/zip_package.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/package/zip_directory.h"

namespace nianbao::intake {
namespace {

// A wide directory is announced right before the end of the plain one.
constexpr std::string_view kWideMark = "PK\x06\x07";
constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::size_t kWideMarkBytes = 20;

std::string ZipError(zip_error_t* error) {
  std::string text = zip_error_strerror(error);
  zip_error_fini(error);
  return text;
}

// A wide directory may claim any number of entries; documents never need one,
// and its claims would be believed before they could be counted.
bool HasWideDirectory(std::string_view bytes) {
  for (std::size_t end = bytes.rfind(kEndMark);
       end != std::string_view::npos && end >= kWideMarkBytes;
       end = bytes.rfind(kEndMark, end - 1)) {
    if (bytes.substr(end - kWideMarkBytes, kWideMark.size()) == kWideMark) {
      return true;
    }
  }
  return false;
}

std::string Megabytes(std::size_t bytes) {
  return absl::StrCat(bytes >> 20, " MB");
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

ZipPackage::ZipPackage(zip_t* zip, std::size_t file_bytes,
                       const PackageLimits& limits)
    : zip_(zip), file_bytes_(file_bytes), limits_(limits) {
  const zip_int64_t count = zip_get_num_entries(zip, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(zip, static_cast<zip_uint64_t>(i), 0);
    names_.emplace_back(name == nullptr ? "" : name);
  }
}

absl::StatusOr<ZipPackage> ZipPackage::Open(std::string_view bytes,
                                            const PackageLimits& limits) {
  if (HasWideDirectory(bytes)) {
    return HostileFile("", "the file claims more parts than a document has");
  }
  if (EntriesOverlap(bytes)) {
    return HostileFile("", "parts of the file share the same bytes");
  }
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return DamagedFile("", ZipError(&error));
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    zip_source_free(source);
    return DamagedFile("", absl::StrCat("its list of parts is missing (",
                                        ZipError(&error), ")"));
  }
  zip_error_fini(&error);
  const auto entries = static_cast<std::size_t>(zip_get_num_entries(zip, 0));
  if (entries > limits.entries) {
    zip_discard(zip);
    return HostileFile(
        "", absl::StrCat("the file has ", entries, " parts; at most ",
                         limits.entries, " are read"));
  }
  return ZipPackage(zip, bytes.size(), limits);
}

bool ZipPackage::Has(const std::string& name) const {
  return zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

absl::StatusOr<std::string> ZipPackage::Read(const std::string& name) {
  const zip_int64_t index =
      zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (index < 0 || zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(index),
                                  0, &stat) != 0) {
    return DamagedFile(name, "this part is missing");
  }
  if (stat.encryption_method != ZIP_EM_NONE) return EncryptedFile();
  // What the file says of itself may be false, so the limits hold for what
  // really comes out; a part can't be packed into more bytes than there are.
  const std::size_t packed =
      std::min(static_cast<std::size_t>(stat.comp_size), file_bytes_);
  const std::size_t most = std::max(limits_.free_bytes, packed * limits_.ratio);
  const std::size_t told =
      std::min({static_cast<std::size_t>(stat.size), most, limits_.part_bytes});
  auto part = Unpack(name, static_cast<zip_uint64_t>(index), most, told);
  if (part.ok()) read_bytes_ += part->size();
  return part;
}

absl::StatusOr<std::string> ZipPackage::Unpack(const std::string& name,
                                               zip_uint64_t index,
                                               std::size_t most,
                                               std::size_t told) {
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(zip_.get(), index, 0));
  if (file == nullptr) return DamagedFile(name, zip_strerror(zip_.get()));
  std::string part;
  part.reserve(told);
  std::array<char, std::size_t{1} << 15> buffer;
  zip_int64_t got = 0;
  while ((got = zip_fread(file.get(), buffer.data(), buffer.size())) > 0) {
    part.append(buffer.data(), static_cast<std::size_t>(got));
    if (part.size() > limits_.part_bytes ||
        part.size() + read_bytes_ > limits_.total_bytes) {
      return FileTooLarge(
          name, absl::StrCat("the document unpacks to more than ",
                             Megabytes(part.size() > limits_.part_bytes
                                           ? limits_.part_bytes
                                           : limits_.total_bytes)));
    }
    if (part.size() > most) {
      return HostileFile(name, absl::StrCat("this part unpacks to more than ",
                                            limits_.ratio, " times its size"));
    }
  }
  if (got < 0) {
    return DamagedFile(name,
                       zip_error_strerror(zip_file_get_error(file.get())));
  }
  return part;
}

}  // namespace nianbao::intake
