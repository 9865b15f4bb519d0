#include "services/cli/commands.h"
#include "services/cli/intake_calls.h"

namespace nianbao::cli {
namespace {

using nianbao::intake::v1::UploadHeader;

UploadHeader HeaderOf(const SubmitOptions& options) {
  UploadHeader header;
  header.set_edition(options.edition);
  header.set_school(options.school);
  header.set_region(options.region);
  header.set_school_title(options.school_title);
  header.set_school_class(options.school_class);
  header.set_request_id(options.request_id);
  return header;
}

}  // namespace

int RunSubmit(const SubmitOptions& options, const Terminal& terminal) {
  const auto session = Session::Dial(options.addresses, {Service::kIntake});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  Progress progress(terminal);
  progress.StartFile(options.path, 1, 1);
  const auto submission =
      SubmitReport(options.path, HeaderOf(options), **session, progress);
  progress.Clear();
  if (!submission.ok()) {
    terminal.Fail(submission.status(), options.path);
    return kExitFailed;
  }
  terminal.Say(terminal.In("已报送，读出数据 ", "Submitted; facts read: ") +
               std::to_string(submission->fact_count()) +
               terminal.In(" 个，第 ", ", version ") +
               std::to_string(submission->version()) +
               terminal.In(" 版：\n", ":\n"));
  terminal.Print(submission->name() + "\n");
  return kExitGood;
}

}  // namespace nianbao::cli
