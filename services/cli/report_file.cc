#include "services/cli/report_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

constexpr std::size_t kPieceBytes = 256 << 10;

absl::Status NotFound() {
  return core::MakeError(
      absl::StatusCode::kNotFound,
      "there is no such file; check the name and the folder",
      {.reason = "FILE_NOT_FOUND",
       .metadata = {{"zh", "没有这个文件；请核对文件名和所在文件夹"}}});
}

absl::Status NotReadable() {
  return core::MakeError(
      absl::StatusCode::kPermissionDenied,
      "the file can't be opened; check that you may read it and that no other "
      "program holds it",
      {.reason = "FILE_NOT_READABLE",
       .metadata = {
           {"zh", "文件打不开；请看是否有读取权限、是否被别的程序占用"}}});
}

absl::Status IsFolder() {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "this is a folder; name the report's file in it",
      {.reason = "FILE_IS_FOLDER",
       .metadata = {{"zh", "这是文件夹；请写出其中报告文件的名字"}}});
}

std::string InMebibytes(std::int64_t bytes) {
  return absl::StrFormat("%.1f MB", static_cast<double>(bytes) / (1 << 20));
}

// `bytes` is what the file has at least.
absl::Status TooLarge(std::int64_t bytes, std::int64_t max_bytes) {
  const std::string size = InMebibytes(bytes);
  const std::string limit = InMebibytes(max_bytes);
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("the file is too large: ", size, ", at most ", limit,
                   " can be read; is this the report?"),
      {.reason = "FILE_TOO_LARGE",
       .metadata = {{"size", absl::StrCat(bytes)},
                    {"limit", absl::StrCat(max_bytes)},
                    {"zh", absl::StrCat("文件太大：", size, "，最多能读 ",
                                        limit, "；请看是否选错了文件")}}});
}

}  // namespace

ReportFile::ReportFile(std::string path, std::optional<std::int64_t> max_bytes)
    : path_(std::move(path)), max_bytes_(max_bytes) {}

absl::StatusOr<ReportFile> ReportFile::Open(
    const std::string& path, std::optional<std::int64_t> max_bytes) {
  struct stat about{};
  if (stat(path.c_str(), &about) != 0) {
    return errno == EACCES ? NotReadable() : NotFound();
  }
  if (S_ISDIR(about.st_mode)) return IsFolder();
  ReportFile file(path, max_bytes);
  if (S_ISREG(about.st_mode)) file.size_ = about.st_size;
  if (max_bytes && file.size_ > *max_bytes) {
    return TooLarge(file.size_, *max_bytes);
  }
  file.file_.reset(std::fopen(path.c_str(), "rb"));
  if (file.file_ == nullptr) return NotReadable();
  return file;
}

std::string ReportFile::Name() const {
  return std::filesystem::path(path_).filename().string();
}

absl::StatusOr<std::string> ReportFile::Next() {
  std::string piece(kPieceBytes, '\0');
  piece.resize(std::fread(piece.data(), 1, piece.size(), file_.get()));
  if (std::ferror(file_.get()) != 0) return NotReadable();
  read_ += static_cast<std::int64_t>(piece.size());
  if (max_bytes_ && read_ > *max_bytes_) return TooLarge(read_, *max_bytes_);
  return piece;
}

}  // namespace nianbao::cli
