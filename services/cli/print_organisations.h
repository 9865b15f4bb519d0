// Organisations and imports as text and as JSON lines.
#ifndef NIANBAO_SERVICES_CLI_PRINT_ORGANISATIONS_H_
#define NIANBAO_SERVICES_CLI_PRINT_ORGANISATIONS_H_

#include <string>
#include <vector>

#include "nianbao/intake/v1/organisation.pb.h"
#include "services/cli/language.h"

namespace nianbao::cli {

// Each rejected row on a line: where, what stands there, why and what to try.
std::string RejectedText(
    Language language,
    const nianbao::intake::v1::ImportOrganisationsResponse& response);

// What an import did, or would do, in a line.
std::string ImportSummary(
    Language language,
    const nianbao::intake::v1::ImportOrganisationsResponse& response,
    bool dry_run);

// JSON lines: {"kind": "rejected", row, column, value, zh, en} for each, then
// {"kind": "import", added, changed, unchanged, rejected, stored, revision}.
std::string ImportLines(
    const nianbao::intake::v1::ImportOrganisationsResponse& response);

// A table of entries.
std::string OrganisationsText(
    Language language,
    const std::vector<nianbao::intake::v1::Organisation>& entries);

// JSON lines: code, level, title, parent, school_class, valid_from, valid_to,
// ending, successors, revision; null for what is empty.
std::string OrganisationLines(
    const std::vector<nianbao::intake::v1::Organisation>& entries);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PRINT_ORGANISATIONS_H_
