#include <utility>

#include "services/cli/commands.h"
#include "services/cli/intake_calls.h"
#include "services/cli/jsonl.h"
#include "services/cli/metrics_calls.h"
#include "services/cli/print_computed.h"
#include "services/cli/print_reading.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::metrics::v1::ComputeIndicatorsResponse;

struct Computed {
  Reading reading;
  ComputeIndicatorsResponse computed;
};

absl::StatusOr<Computed> Compute(const FileOptions& options, Session& session,
                                 Progress& progress) {
  progress.StartFile(options.path, 1, 1);
  progress.Show(Stage::kRead);
  Computed result;
  NIANBAO_ASSIGN_OR_RETURN(
      result.reading,
      ReadReport({.path = options.path, .edition = options.edition}, session));
  result.reading.region = options.region;
  result.reading.school_class = options.school_class;
  progress.Show(Stage::kCompute);
  NIANBAO_ASSIGN_OR_RETURN(result.computed,
                           ComputeIndicators(result.reading, session));
  return result;
}

}  // namespace

int RunCompute(const FileOptions& options, const Terminal& terminal) {
  const auto session =
      Session::Open(options.session, {Service::kIntake, Service::kMetrics});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  Progress progress(terminal);
  const auto result = Compute(options, **session, progress);
  progress.Clear();
  if (!result.ok()) {
    terminal.Fail(result.status(), options.path);
    return kExitFailed;
  }
  if (!options.jsonl) {
    const PrintStyle style = terminal.OutStyle();
    terminal.Print(ReportLine(options.path, result->reading, style) +
                   ComputedText(result->computed, style));
    return kExitGood;
  }
  for (const auto& fact : result->computed.facts()) {
    terminal.Print(FactLine(fact, false) + "\n");
  }
  return kExitGood;
}

}  // namespace nianbao::cli
