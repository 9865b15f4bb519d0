#include "services/cli/commands.h"
#include "services/cli/output_file.h"
#include "services/cli/progress.h"
#include "services/cli/report_calls.h"

namespace nianbao::cli {
namespace {

using nianbao::report::v1::RenderReportRequest;

RenderReportRequest RequestOf(const RenderOptions& options) {
  RenderReportRequest request;
  request.set_name(options.name);
  request.set_kind(options.kind == "school"
                       ? nianbao::report::v1::REPORT_KIND_SCHOOL
                       : nianbao::report::v1::REPORT_KIND_FINDINGS);
  request.set_format(nianbao::report::v1::FORMAT_HTML);
  return request;
}

}  // namespace

int RunRender(const RenderOptions& options, const Terminal& terminal) {
  const auto session = Session::Dial(options.addresses, {Service::kReport});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  Progress progress(terminal);
  progress.StartFile(options.name, 1, 1);
  progress.Show(Stage::kCompose);
  const auto bytes = RenderReport(RequestOf(options), **session);
  progress.Clear();
  if (!bytes.ok()) {
    terminal.Fail(bytes.status(), options.name);
    return kExitFailed;
  }
  const absl::Status written = WriteFile(options.output, *bytes);
  if (!written.ok()) {
    terminal.Fail(written, "");
    return kExitFailed;
  }
  terminal.Print(options.output + "\n");
  return kExitGood;
}

}  // namespace nianbao::cli
