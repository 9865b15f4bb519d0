// Finds rules that say nothing, or what others deny.
#ifndef NIANBAO_SERVICES_CORE_RULE_LINT_H_
#define NIANBAO_SERVICES_CORE_RULE_LINT_H_

#include <string>
#include <vector>

#include "services/core/catalogue.h"

namespace nianbao::core {

// What is wrong with a rule.
struct LintProblem {
  const nianbao::catalogue::v1::Rule* rule = nullptr;
  // Field that it is about.
  std::string field;
  // What is wrong and what to try, such as "rule \"x\": ...".
  std::string problem;
};

// Problems of rules that each are well formed, in code order:
// - two rules state the same, however they write it;
// - a rule holds wherever another one does, and so is redundant;
// - two rules can't both hold;
// - a rule is dead, as no edition that it applies to has its indicators;
// - a rule adds or compares figures that measure different things.
// Whether a rule can fail at all, its own examples show when the catalogue is
// loaded; unknown codes are refused then.
std::vector<LintProblem> LintRules(const Catalogue& catalogue);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RULE_LINT_H_
