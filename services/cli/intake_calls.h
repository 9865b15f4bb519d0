// Calls to intake.
#ifndef NIANBAO_SERVICES_CLI_INTAKE_CALLS_H_
#define NIANBAO_SERVICES_CLI_INTAKE_CALLS_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/cli/progress.h"
#include "services/cli/reading.h"
#include "services/cli/report_file.h"
#include "services/cli/session.h"

namespace nianbao::cli {

// How to read a report.
struct ReadOrder {
  std::string path;
  // Edition's code; empty to take it from the text.
  std::string edition;
  // Whether figures that are not the school's own facts come along.
  bool all_figures = false;
  // Line or block to explain; empty for none.
  std::string explain = {};
};

// Sends the file's pieces with `write` until it says that the service takes no
// more; why it does not is in the call's outcome. Errors of the file.
absl::Status SendPieces(ReportFile& file,
                        const std::function<bool(std::string)>& write);

// Reads a file without storing it. Errors of the file and of the service.
absl::StatusOr<Reading> ReadReport(const ReadOrder& order, Session& session);

// Uploads the file at `path` as `header` says; its name is set here. Shows on
// `progress` how much is sent. Errors of the file and of the service.
absl::StatusOr<nianbao::intake::v1::Submission> SubmitReport(
    const std::string& path, nianbao::intake::v1::UploadHeader header,
    Session& session, Progress& progress);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_INTAKE_CALLS_H_
