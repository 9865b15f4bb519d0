// Counts of checks.
#ifndef NIANBAO_SERVICES_CLI_TALLY_H_
#define NIANBAO_SERVICES_CLI_TALLY_H_

#include <string>

#include "services/cli/paint.h"
#include "services/core/ports/peers.h"

namespace nianbao::cli {

// How many checks came out how.
struct Tally {
  // Relations by verdict.
  int consistent = 0;
  int rounded_differently = 0;
  int contradicted = 0;
  int undecided = 0;
  // Findings by severity.
  int errors = 0;
  int queries = 0;
  int notes = 0;
};

// Relations are counted one by one, findings by cause.
Tally TallyOf(const core::CheckResult& result);

// The findings in words, such as "错误 12，疑问 3，提示 2".
std::string FindingCounts(const Tally& tally, const PrintStyle& style);

// The relations in words, such as "530 条：一致 518，…".
std::string RelationCounts(const Tally& tally, const PrintStyle& style);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_TALLY_H_
