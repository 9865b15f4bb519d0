// Facts and checks as JSON lines: the contract that scripts read.
#ifndef NIANBAO_SERVICES_CLI_JSONL_H_
#define NIANBAO_SERVICES_CLI_JSONL_H_

#include <string>
#include <vector>

#include "nianbao/fact/v1/fact.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/ports/peers.h"

namespace nianbao::cli {

// One line, without line break: line, value, text, unit, label, indicator,
// period, dims, hedge, where, fact; with `with_class`, class too.
std::string FactLine(const nianbao::fact::v1::Fact& fact, bool with_class);

// One line, without line break: kind, verdict, reported, computed,
// reported_interval, computed_interval, values, lines, facts, rule, severity,
// message, reason, hints, finding, repairs. Standards, outliers, codes and
// outline problems have verdict null. `finding` is the one that the check
// belongs to; null for none.
std::string CheckLine(const nianbao::validation::v1::Check& check,
                      const nianbao::validation::v1::Finding* finding);

// The lines of all checks in their order.
std::vector<std::string> CheckLines(const core::CheckResult& result);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_JSONL_H_
