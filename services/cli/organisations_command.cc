#include "services/cli/commands.h"
#include "services/cli/organisation_calls.h"
#include "services/cli/print_organisations.h"
#include "services/cli/progress.h"

namespace nianbao::cli {
namespace {

// Services inside this process keep nothing, which does for a dry run against
// an empty registry.
absl::StatusOr<std::unique_ptr<Session>> SessionFor(
    const ImportOptions& options) {
  if (options.dry_run) {
    return Session::Open(options.session, {Service::kIntake});
  }
  return Session::Dial(options.session.addresses, {Service::kIntake});
}

}  // namespace

int RunImportOrganisations(const ImportOptions& options,
                           const Terminal& terminal) {
  const auto session = SessionFor(options);
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  nianbao::intake::v1::ImportOrganisationsRequest::Header header;
  header.set_validate_only(options.dry_run);
  header.set_allow_partial(options.partial);
  Progress progress(terminal);
  progress.StartFile(options.path, 1, 1);
  const auto response =
      ImportOrganisations(options.path, header, **session, progress);
  progress.Clear();
  if (!response.ok()) {
    terminal.Fail(response.status(), options.path);
    return kExitFailed;
  }
  terminal.Print(options.jsonl ? ImportLines(*response)
                               : RejectedText(terminal.language(), *response));
  terminal.Say(ImportSummary(terminal.language(), *response, options.dry_run));
  return response->rejected_size() > 0 ? kExitErrorsFound : kExitGood;
}

int RunListOrganisations(const ListOptions& options, const Terminal& terminal) {
  const auto session = Session::Dial(options.addresses, {Service::kIntake});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  nianbao::intake::v1::ListOrganisationsRequest request;
  request.set_day(options.day);
  request.set_below(options.below);
  const auto entries = ListOrganisations(request, **session);
  if (!entries.ok()) {
    terminal.Fail(entries.status(), "");
    return kExitFailed;
  }
  terminal.Print(options.jsonl
                     ? OrganisationLines(*entries)
                     : OrganisationsText(terminal.language(), *entries));
  return kExitGood;
}

}  // namespace nianbao::cli
