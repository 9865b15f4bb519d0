// What a report comes to, and what was looked at, for people.
#ifndef NIANBAO_SERVICES_CLI_PRINT_SUMMARY_H_
#define NIANBAO_SERVICES_CLI_PRINT_SUMMARY_H_

#include <string>

#include "services/cli/paint.h"
#include "services/core/ports/peers.h"

namespace nianbao::cli {

// The relations by verdict, the coverage ledger with what was skipped and why,
// the number of findings and the outcome of the whole report, a line each.
std::string SummaryText(const core::CheckResult& result,
                        const PrintStyle& style);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PRINT_SUMMARY_H_
