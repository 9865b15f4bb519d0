#include "services/intake/received_file.h"

#include "absl/strings/str_cat.h"

namespace nianbao::intake {
namespace {

absl::Status BadStream(const std::string& message) {
  return core::MakeError(absl::StatusCode::kInvalidArgument, message,
                         {.reason = "BAD_STREAM", .metadata = {}});
}

absl::Status TooLarge(const std::string& filename, std::int64_t limit) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("file \"", filename, "\": larger than ", limit,
                   " bytes; hand in a smaller file, or raise "
                   "limits.max_file_bytes"),
      {.reason = "FILE_TOO_LARGE",
       .metadata = {{"filename", filename},
                    {"limit", absl::StrCat(limit)},
                    {"zh", absl::StrCat("文件“", filename, "”超过", limit,
                                        "字节的上限。")}}});
}

}  // namespace

absl::Status FileBytes::Begin(const std::string& filename) {
  if (!filename_.empty()) {
    return BadStream(absl::StrCat("file \"", filename_,
                                  "\": a second header; send one file in a "
                                  "call"));
  }
  if (filename.empty()) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        "header: filename is empty; messages need a name for the file",
        {.reason = "FILENAME_MISSING",
         .metadata = {{"field", "header.filename"}}});
  }
  filename_ = filename;
  return absl::OkStatus();
}

absl::Status FileBytes::Append(const std::string& piece) {
  if (filename_.empty()) {
    return BadStream("stream: bytes before the header; send the header first");
  }
  if (static_cast<std::int64_t>(bytes_.size() + piece.size()) > max_bytes_) {
    return TooLarge(filename_, max_bytes_);
  }
  bytes_ += piece;
  return absl::OkStatus();
}

absl::Status FileBytes::End() const {
  if (!filename_.empty()) return absl::OkStatus();
  return BadStream("stream: ended without a header; send the header first");
}

}  // namespace nianbao::intake
