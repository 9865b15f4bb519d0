// A school's report as a file.
#ifndef NIANBAO_SERVICES_CLI_REPORT_FILE_H_
#define NIANBAO_SERVICES_CLI_REPORT_FILE_H_

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"

namespace nianbao::cli {

// A file that is read once, in pieces; never all in memory. For one thread.
class ReportFile {
 public:
  // Opens the file. NotFound with reason FILE_NOT_FOUND, InvalidArgument with
  // FILE_IS_FOLDER or FILE_TOO_LARGE (over `max_bytes`), PermissionDenied with
  // FILE_NOT_READABLE. A pipe is as good as a file.
  static absl::StatusOr<ReportFile> Open(const std::string& path,
                                         std::optional<std::int64_t> max_bytes);

  // The path as given, and the name without folders.
  const std::string& path() const { return path_; }
  std::string Name() const;

  // Bytes of the file; zero where that is not known before.
  std::int64_t size() const { return size_; }

  // The next piece, of at most 256 KiB; empty at the end. Errors as in Open.
  absl::StatusOr<std::string> Next();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  ReportFile(std::string path, std::optional<std::int64_t> max_bytes);

  std::string path_;
  std::optional<std::int64_t> max_bytes_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::int64_t size_ = 0;
  std::int64_t read_ = 0;
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_REPORT_FILE_H_
