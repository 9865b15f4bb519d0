#include <filesystem>
#include <set>
#include <utility>

#include "services/cli/commands.h"
#include "services/cli/intake_calls.h"
#include "services/cli/metrics_calls.h"
#include "services/cli/output_file.h"
#include "services/cli/report_calls.h"
#include "services/cli/tally.h"
#include "services/cli/validation_calls.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

// A run over several files.
class Run {
 public:
  Run(const RunOptions& options, const Terminal& terminal, Session& session)
      : options_(options),
        terminal_(terminal),
        session_(session),
        progress_(terminal) {}

  // Does all files and tells what came of them.
  int Do() {
    const absl::Status prepared = Prepare();
    if (!prepared.ok()) {
      terminal_.Fail(prepared, "");
      return kExitFailed;
    }
    int number = 0;
    for (const std::string& path : options_.paths) {
      progress_.StartFile(path, ++number,
                          static_cast<int>(options_.paths.size()));
      absl::Status done = DoFile(path);
      progress_.Clear();
      if (!done.ok()) failures_.emplace_back(path, std::move(done));
    }
    return Conclude();
  }

 private:
  absl::Status Prepare() {
    NIANBAO_RETURN_IF_ERROR(MakeFolder(options_.folder));
    NIANBAO_ASSIGN_OR_RETURN(outlined_, ListOutlinedEditions(session_));
    return absl::OkStatus();
  }

  // Two files of one name would overwrite each other's reports.
  absl::Status TakeStem(const std::string& stem) {
    if (stems_.insert(stem).second) return absl::OkStatus();
    return core::MakeError(
        absl::StatusCode::kAlreadyExists,
        "an earlier file has the same name, and its reports would be "
        "overwritten; run it into another folder",
        {.reason = "SAME_NAME",
         .metadata = {{"stem", stem},
                      {"zh",
                       "与前面的文件同名，报告会互相覆盖；请把它输出到另一个"
                       "文件夹"}}});
  }

  absl::Status DoFile(const std::string& path) {
    const std::string stem = fs::path(path).stem().string();
    NIANBAO_RETURN_IF_ERROR(TakeStem(stem));
    progress_.Show(Stage::kRead);
    NIANBAO_ASSIGN_OR_RETURN(
        const Reading reading,
        ReadReport({.path = path, .edition = options_.edition}, session_));
    progress_.Show(Stage::kCheck);
    NIANBAO_ASSIGN_OR_RETURN(const core::CheckResult checks,
                             CheckReading(reading, session_));
    progress_.Show(Stage::kCompute);
    NIANBAO_ASSIGN_OR_RETURN(const auto computed,
                             ComputeIndicators(reading, session_));
    NIANBAO_RETURN_IF_ERROR(WriteReports(stem, {reading, checks, computed}));
    Summarise(path, checks);
    return absl::OkStatus();
  }

  // Composes all before it writes any, so that a failure leaves no half.
  absl::Status WriteReports(const std::string& stem, const Material& material) {
    progress_.Show(Stage::kCompose);
    NIANBAO_ASSIGN_OR_RETURN(
        const std::string findings,
        ComposeReport(nianbao::report::v1::REPORT_KIND_FINDINGS, material,
                      session_));
    std::string rebuilt;
    if (outlined_.count(material.reading.edition) > 0) {
      NIANBAO_ASSIGN_OR_RETURN(
          rebuilt, ComposeReport(nianbao::report::v1::REPORT_KIND_SCHOOL,
                                 material, session_));
    }
    progress_.Show(Stage::kWrite);
    NIANBAO_RETURN_IF_ERROR(Write(stem + ".findings.html", findings));
    if (rebuilt.empty()) return absl::OkStatus();
    return Write(stem + ".report.html", rebuilt);
  }

  absl::Status Write(const std::string& name, const std::string& bytes) {
    const std::string path = (fs::path(options_.folder) / name).string();
    NIANBAO_RETURN_IF_ERROR(WriteFile(path, bytes));
    written_.push_back(path);
    return absl::OkStatus();
  }

  void Summarise(const std::string& path, const core::CheckResult& checks) {
    const Tally tally = TallyOf(checks);
    errors_found_ |= tally.errors > 0;
    progress_.Clear();
    terminal_.Say(path + terminal_.In("：", ": ") +
                  FindingCounts(tally, terminal_.ErrorStyle()) + "\n");
  }

  int Conclude() {
    for (const auto& [path, status] : failures_) terminal_.Fail(status, path);
    if (!failures_.empty() && options_.paths.size() > 1) {
      const std::string failed = std::to_string(failures_.size());
      const std::string all = std::to_string(options_.paths.size());
      terminal_.Say(terminal_.In("共 ", "") + all +
                    terminal_.In(" 个文件，没有做成的 ", " files, not done: ") +
                    failed + terminal_.In(" 个\n", "\n"));
    }
    for (const std::string& path : written_) terminal_.Print(path + "\n");
    if (!failures_.empty()) return kExitFailed;
    return errors_found_ ? kExitErrorsFound : kExitGood;
  }

  const RunOptions& options_;
  const Terminal& terminal_;
  Session& session_;
  Progress progress_;
  std::set<std::string> outlined_;
  std::set<std::string> stems_;
  std::vector<std::string> written_;
  std::vector<std::pair<std::string, absl::Status>> failures_;
  bool errors_found_ = false;
};

}  // namespace

int RunAll(const RunOptions& options, const Terminal& terminal) {
  const auto session =
      Session::Open(options.session, {Service::kIntake, Service::kValidation,
                                      Service::kMetrics, Service::kReport});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  return Run(options, terminal, **session).Do();
}

}  // namespace nianbao::cli
