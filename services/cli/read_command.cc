#include "services/cli/commands.h"
#include "services/cli/intake_calls.h"
#include "services/cli/jsonl.h"
#include "services/cli/print_explanation.h"
#include "services/cli/print_reading.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

absl::StatusOr<Reading> Read(const FileOptions& options, Session& session,
                             Progress& progress) {
  progress.StartFile(options.path, 1, 1);
  progress.Show(Stage::kRead);
  return ReadReport(
      {options.path, options.edition, options.all, options.explain}, session);
}

void Explain(const FileOptions& options, const Reading& reading,
             const Terminal& terminal) {
  const PrintStyle style = terminal.OutStyle();
  terminal.Print(ReportLine(options.path, reading, style));
  for (const auto& explanation : reading.explanations) {
    terminal.Print("\n" + ExplanationText(explanation, style));
  }
}

}  // namespace

int RunRead(const FileOptions& options, const Terminal& terminal) {
  const auto session = Session::Open(options.session, {Service::kIntake});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  Progress progress(terminal);
  const auto reading = Read(options, **session, progress);
  progress.Clear();
  if (!reading.ok()) {
    terminal.Fail(reading.status(), options.path);
    return kExitFailed;
  }
  if (!options.explain.empty()) {
    Explain(options, *reading, terminal);
    return kExitGood;
  }
  if (!options.jsonl) {
    terminal.Print(ReadingText(options.path, *reading, terminal.OutStyle()));
    return kExitGood;
  }
  for (const auto& fact : reading->facts) {
    terminal.Print(FactLine(fact, options.all) + "\n");
  }
  return kExitGood;
}

}  // namespace nianbao::cli
