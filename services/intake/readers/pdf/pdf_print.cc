#include "services/intake/readers/pdf/pdf_print.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

using Limit = core::ProgramOutcome::Limit;

constexpr std::int64_t kMemory = std::int64_t{256} << 20;
constexpr std::int64_t kMostOutput = std::int64_t{64} << 20;
constexpr int kLeastSeconds = 2;
// A busy machine gives a process only a small part of a processor.
constexpr int kDeadlineFactor = 15;
// Exit codes of pdftotext.
constexpr int kNotOpened = 1;
constexpr int kForbidden = 3;

// Where the file's end mark must stand, with what careless programs add.
constexpr std::size_t kEndBytes = 2048;

// Mailers and web servers put blanks and zeros behind a file.
bool HasEnd(std::string_view bytes) {
  const std::size_t last =
      bytes.find_last_not_of(std::string_view("\0 \t\r\n", 5));
  if (last == std::string_view::npos) return false;
  bytes = bytes.substr(0, last + 1);
  const std::size_t from =
      bytes.size() > kEndBytes ? bytes.size() - kEndBytes : 0;
  return bytes.substr(from).find("%%EOF") != std::string_view::npos;
}

core::ProgramOrder OrderFor(std::string_view bytes) {
  core::ProgramOrder order;
  order.program = "pdftotext";
  order.package = "poppler-utils";
  order.arguments = {"-bbox", "-enc", "UTF-8", "/dev/stdin", "-"};
  order.input = bytes;
  order.cpu_seconds = kLeastSeconds + static_cast<int>(bytes.size() >> 20);
  order.deadline_seconds = order.cpu_seconds * kDeadlineFactor;
  order.memory_bytes = kMemory;
  order.output_bytes = kMostOutput;
  return order;
}

absl::Status DamagedPdf(const std::string& what) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("the file is cut off or damaged: ", what,
                   "; export the report from Word as PDF again, or hand in the "
                   "docx"),
      {.reason = "DAMAGED_FILE", .metadata = {{"what", what}}});
}

absl::Status CopyingForbidden() {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "the PDF file forbids to copy its text; remove the protection (save it "
      "again without restrictions), or hand in the Word file",
      {.reason = "COPYING_FORBIDDEN", .metadata = {}});
}

absl::Status ErrorOf(const core::ProgramOutcome& outcome) {
  if (outcome.limit == Limit::kTime) {
    return FileTooLarge(
        "",
        "the PDF file takes too long to read; where Word can open the "
        "report, hand in the docx");
  }
  if (outcome.limit == Limit::kOutput) {
    return FileTooLarge("", "the PDF file prints more text than can be read");
  }
  if (absl::StrContains(outcome.complaints, "Incorrect password")) {
    return EncryptedFile();
  }
  if (absl::StrContains(outcome.complaints, "Unsupported security handler") ||
      absl::StrContains(outcome.complaints, "Encrypt")) {
    return EncryptedFile();
  }
  if (outcome.exit_code == kForbidden) return CopyingForbidden();
  if (outcome.exit_code == kNotOpened) {
    return DamagedPdf("it can't be opened as a PDF file");
  }
  return DamagedPdf(absl::StrCat("reading it as a PDF file failed with code ",
                                 outcome.exit_code));
}

}  // namespace

absl::StatusOr<PdfPrint> PrintPdf(std::string_view bytes,
                                  const core::ProgramRunner& programs) {
  if (!HasEnd(bytes)) {
    return DamagedPdf("the end of the PDF file is missing");
  }
  NIANBAO_ASSIGN_OR_RETURN(core::ProgramOutcome outcome,
                           programs.Run(OrderFor(bytes)));
  if (outcome.limit != Limit::kNone || outcome.exit_code != 0) {
    return ErrorOf(outcome);
  }
  const bool damaged = absl::StrContains(outcome.complaints, "Syntax Error");
  return PdfPrint{std::move(outcome.output), damaged};
}

}  // namespace nianbao::intake
