// The outcome of checking, printed for people.
#ifndef NIANBAO_SERVICES_CLI_PRINT_CHECKS_H_
#define NIANBAO_SERVICES_CLI_PRINT_CHECKS_H_

#include <string>

#include "services/cli/paint.h"
#include "services/cli/reading.h"
#include "services/core/document.h"
#include "services/core/finding_groups.h"
#include "services/core/ports/peers.h"

namespace nianbao::cli {

// One finding: its place and kind, its line quoted with the figure marked, the
// message, hints and what to do, then its consequences, a line each.
std::string FindingText(const core::FindingGroup& finding, int number,
                        const core::BlockIndex& blocks,
                        const PrintStyle& style);

// A summary, then all findings.
std::string ChecksText(const std::string& path, const Reading& reading,
                       const core::CheckResult& result,
                       const PrintStyle& style);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PRINT_CHECKS_H_
