// Rules over facts that are edited, one after the other.
#ifndef NIANBAO_SERVICES_VALIDATION_INCREMENTAL_RULES_H_
#define NIANBAO_SERVICES_VALIDATION_INCREMENTAL_RULES_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/core/rule_index.h"
#include "services/core/rule_scope.h"
#include "services/validation/rule_checks.h"

namespace nianbao::validation {

// Keeps what became of each rule, and after an edit runs only the rules that
// depend on what was edited; what it keeps is always what CheckRules gives.
// Stated relations of the document are not its matter: they hang on the text
// around a figure, too. For one thread; the catalogue outlives it.
class IncrementalRules {
 public:
  IncrementalRules(const core::Catalogue& catalogue, core::RuleScope scope)
      : catalogue_(catalogue), scope_(std::move(scope)), index_(catalogue) {}

  // Runs all rules.
  void Start(const core::FactTable& table);

  // Runs the rules that depend on facts of `concepts`, all of which that
  // changed since the last run must be named; returns how many ran.
  std::size_t Update(const core::FactTable& table,
                     const std::set<std::string>& concepts);

  // By the rule's code.
  const std::map<std::string, RuleOutcome>& outcomes() const {
    return outcomes_;
  }

 private:
  void Run(const core::FactTable& table, const Rules& rules);

  const core::Catalogue& catalogue_;
  const core::RuleScope scope_;
  const core::RuleIndex index_;
  std::vector<int> years_;
  std::map<std::string, RuleOutcome> outcomes_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_INCREMENTAL_RULES_H_
