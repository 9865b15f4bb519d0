#include "services/cli/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

absl::Status NotWritten(const std::string& path, const std::string& why) {
  return core::MakeError(
      absl::StatusCode::kPermissionDenied,
      absl::StrCat(path, ": can't be written (", why,
                   "); is the folder there and writable, and the disk not "
                   "full?"),
      {.reason = "FILE_NOT_WRITTEN",
       .metadata = {{"path", path},
                    {"cause", why},
                    {"zh", absl::StrCat(path, " 写不进去（", why,
                                        "）；请看文件夹在不在、能不能写，磁盘"
                                        "是否已满")}}});
}

// A file beside the wanted one that is removed unless it takes its place.
class HalfFile {
 public:
  explicit HalfFile(const fs::path& wanted)
      : path_((wanted.parent_path() /
               absl::StrCat(".", wanted.filename().string(), ".XXXXXX"))
                  .string()),
        descriptor_(mkstemp(path_.data())) {}

  ~HalfFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!path_.empty()) unlink(path_.c_str());
  }

  bool Write(const std::string& bytes) {
    std::size_t done = 0;
    while (descriptor_ >= 0 && done < bytes.size()) {
      const ssize_t step =
          write(descriptor_, bytes.data() + done, bytes.size() - done);
      if (step < 0 && errno == EINTR) continue;
      if (step < 0) return false;
      done += static_cast<std::size_t>(step);
    }
    return descriptor_ >= 0;
  }

  bool TakePlaceOf(const std::string& wanted) {
    // mkstemp lets only the owner read; the file is to be as any other.
    const mode_t mask = umask(0);
    umask(mask);
    if (fchmod(descriptor_, 0666 & ~mask) != 0) return false;
    const int closed = close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) return false;
    if (rename(path_.c_str(), wanted.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  std::string path_;
  int descriptor_;
};

}  // namespace

absl::Status MakeFolder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) return absl::OkStatus();
  const std::string why =
      error ? error.message() : std::string("a file of that name is there");
  return core::MakeError(
      absl::StatusCode::kPermissionDenied,
      absl::StrCat(folder, ": the folder can't be made (", why,
                   "); name another with -o"),
      {.reason = "FOLDER_NOT_MADE",
       .metadata = {{"folder", folder},
                    {"cause", why},
                    {"zh", absl::StrCat(folder, " 这个文件夹建不了（", why,
                                        "）；请用 -o 另指一个")}}});
}

absl::Status WriteFile(const std::string& path, const std::string& bytes) {
  HalfFile half(path);
  if (half.Write(bytes) && half.TakePlaceOf(path)) return absl::OkStatus();
  return NotWritten(path, std::strerror(errno));
}

}  // namespace nianbao::cli
