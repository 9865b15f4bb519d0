// A file that comes in pieces: a header, then bytes.
#ifndef NIANBAO_SERVICES_INTAKE_RECEIVED_FILE_H_
#define NIANBAO_SERVICES_INTAKE_RECEIVED_FILE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "services/core/errors.h"

namespace nianbao::intake {

// Keeps the bytes of one file and counts them against a limit. For one thread
// at a time.
class FileBytes {
 public:
  explicit FileBytes(std::int64_t max_bytes) : max_bytes_(max_bytes) {}

  // Names the file in messages. InvalidArgument where `filename` is empty, or
  // where this is not the first thing said.
  absl::Status Begin(const std::string& filename);

  // InvalidArgument before Begin, and where the file becomes larger than the
  // limit.
  absl::Status Append(const std::string& piece);

  // InvalidArgument where Begin never came.
  absl::Status End() const;

  const std::string& bytes() const { return bytes_; }

 private:
  const std::int64_t max_bytes_;
  std::string filename_;
  std::string bytes_;
};

// Takes in a stream of `Request`, each with a header or data.
template <class Request, class Header>
class ReceivedFile {
 public:
  // Says what is wrong with a header, before any byte is taken.
  using CheckHeader = std::function<absl::Status(const Header&)>;

  ReceivedFile(std::int64_t max_bytes, CheckHeader check)
      : bytes_(max_bytes), check_(std::move(check)) {}

  // Errors of FileBytes and the header's check.
  absl::Status Take(Request& request) {
    if (request.part_case() == Request::kData) {
      return bytes_.Append(request.data());
    }
    if (request.part_case() != Request::kHeader) return absl::OkStatus();
    header_.Swap(request.mutable_header());
    NIANBAO_RETURN_IF_ERROR(bytes_.Begin(header_.filename()));
    return check_(header_);
  }

  absl::Status End() const { return bytes_.End(); }
  const Header& header() const { return header_; }
  const std::string& bytes() const { return bytes_.bytes(); }

 private:
  FileBytes bytes_;
  const CheckHeader check_;
  Header header_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_RECEIVED_FILE_H_
