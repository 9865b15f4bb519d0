// Facts and checks as JSON lines: the contract that scripts read.
#ifndef NIANBAO_SERVICES_CLI_JSONL_H_
#define NIANBAO_SERVICES_CLI_JSONL_H_

#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "nianbao/validation/v1/validation.pb.h"

namespace nianbao::cli {

// One line, without line break: line, value, text, unit, label, indicator,
// period, dims, hedge, where, fact; with `with_class`, class too.
std::string FactLine(const nianbao::fact::v1::Fact& fact, bool with_class);

// One line, without line break: kind, verdict, reported, computed,
// reported_interval, computed_interval, values, lines, facts, rule, severity,
// message, hints. Standards, outliers, codes and outline problems have verdict
// null.
std::string CheckLine(const nianbao::validation::v1::Check& check);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_JSONL_H_
