// Calls about organisations.
#ifndef NIANBAO_SERVICES_CLI_ORGANISATION_CALLS_H_
#define NIANBAO_SERVICES_CLI_ORGANISATION_CALLS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/cli/progress.h"
#include "services/cli/session.h"

namespace nianbao::cli {

// Imports the file at `path` as `header` says; its name is set here. Shows on
// `progress` how much is sent. Errors of the file and of the service.
absl::StatusOr<nianbao::intake::v1::ImportOrganisationsResponse>
ImportOrganisations(
    const std::string& path,
    nianbao::intake::v1::ImportOrganisationsRequest::Header header,
    Session& session, Progress& progress);

// All pages of what the request asks for.
absl::StatusOr<std::vector<nianbao::intake::v1::Organisation>>
ListOrganisations(nianbao::intake::v1::ListOrganisationsRequest request,
                  Session& session);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_ORGANISATION_CALLS_H_
