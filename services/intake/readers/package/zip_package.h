// Parts of a zip file in memory, within limits.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_ZIP_PACKAGE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_ZIP_PACKAGE_H_

#include <zip.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::intake {

// What a package may hold. Only parts that are read count; pictures do not.
struct PackageLimits {
  std::size_t entries = 4096;
  // Bytes of one unpacked part, and of all that are read.
  std::size_t part_bytes = std::size_t{80} << 20;
  std::size_t total_bytes = std::size_t{128} << 20;
  // Unpacked bytes for each packed one, for parts above `free_bytes`.
  std::size_t ratio = 200;
  std::size_t free_bytes = std::size_t{1} << 20;
};

// An open package. One thread at a time.
class ZipPackage {
 public:
  // Opens `bytes`, which must outlive the package. InvalidArgument with reason
  // DAMAGED_FILE for what is no whole zip file, HOSTILE_FILE for more entries
  // than the limit, and for entries that overlap.
  static absl::StatusOr<ZipPackage> Open(std::string_view bytes,
                                         const PackageLimits& limits = {});

  // Names of all entries, in the file's order.
  const std::vector<std::string>& names() const { return names_; }

  // Whether there is an entry of that name; case does not count.
  bool Has(const std::string& name) const;

  // The unpacked part. InvalidArgument with reason DAMAGED_FILE (missing, cut
  // off, wrong checksum), ENCRYPTED_FILE, FILE_TOO_LARGE or HOSTILE_FILE (it
  // unpacks to far more than it should).
  absl::StatusOr<std::string> Read(const std::string& name);

 private:
  struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
  };

  ZipPackage(zip_t* zip, std::size_t file_bytes, const PackageLimits& limits);

  // `most` bytes at most; room is made for `told`.
  absl::StatusOr<std::string> Unpack(const std::string& name,
                                     zip_uint64_t index, std::size_t most,
                                     std::size_t told);

  std::unique_ptr<zip_t, Discard> zip_;
  std::size_t file_bytes_;
  PackageLimits limits_;
  std::size_t read_bytes_ = 0;
  std::vector<std::string> names_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_ZIP_PACKAGE_H_
