#include "services/validation/coverage.h"

#include <map>
#include <set>
#include <string>

namespace nianbao::validation {

using nianbao::validation::v1::Coverage;
using nianbao::validation::v1::VERDICT_UNDECIDED;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;

Coverage CoverageOf(const Checks& checks, const Ledger& rules,
                    const Ledger& not_looked_for, const core::Facts& facts) {
  Coverage coverage;
  for (const auto& entry : rules) *coverage.add_rules() = entry;
  std::map<std::string, Coverage::Entry> stated;
  std::set<std::string> checked;
  for (const Check& check : checks) {
    if (check.verdict() == VERDICT_UNSPECIFIED) continue;
    for (const auto& operand : check.operands()) {
      if (!operand.fact().empty()) checked.insert(operand.fact());
    }
    if (!check.rule().empty()) continue;
    Coverage::Entry& entry = stated[check.kind()];
    entry.set_code(check.kind());
    if (check.verdict() == VERDICT_UNDECIDED) {
      entry.set_undecided(entry.undecided() + 1);
    } else {
      entry.set_ran(entry.ran() + 1);
    }
  }
  for (const auto& [kind, entry] : stated) *coverage.add_stated() = entry;
  for (const auto& entry : not_looked_for) *coverage.add_stated() = entry;
  coverage.set_facts_checked(static_cast<int>(checked.size()));
  coverage.set_facts_total(facts.size());
  return coverage;
}

}  // namespace nianbao::validation
