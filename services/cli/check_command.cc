#include <utility>

#include "services/cli/commands.h"
#include "services/cli/intake_calls.h"
#include "services/cli/jsonl.h"
#include "services/cli/print_checks.h"
#include "services/cli/tally.h"
#include "services/cli/validation_calls.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

struct Checked {
  Reading reading;
  core::CheckResult result;
};

absl::StatusOr<Checked> Check(const FileOptions& options, Session& session,
                              Progress& progress) {
  progress.StartFile(options.path, 1, 1);
  progress.Show(Stage::kRead);
  Checked checked;
  NIANBAO_ASSIGN_OR_RETURN(
      checked.reading,
      ReadReport({.path = options.path, .edition = options.edition}, session));
  checked.reading.region = options.region;
  checked.reading.school_class = options.school_class;
  progress.Show(Stage::kCheck);
  NIANBAO_ASSIGN_OR_RETURN(checked.result,
                           CheckReading(checked.reading, session));
  return checked;
}

}  // namespace

int RunCheck(const FileOptions& options, const Terminal& terminal) {
  const auto session =
      Session::Open(options.session, {Service::kIntake, Service::kValidation});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  Progress progress(terminal);
  const auto checked = Check(options, **session, progress);
  progress.Clear();
  if (!checked.ok()) {
    terminal.Fail(checked.status(), options.path);
    return kExitFailed;
  }
  if (options.jsonl) {
    for (const auto& check : checked->result.checks) {
      terminal.Print(CheckLine(check) + "\n");
    }
  } else {
    terminal.Print(ChecksText(options.path, checked->reading, checked->result,
                              terminal.OutStyle()));
  }
  const bool errors = TallyOf(checked->result.checks).errors > 0;
  return errors ? kExitErrorsFound : kExitGood;
}

}  // namespace nianbao::cli
