// Results of the catalogue's rules in all years of a report.
#ifndef NIANBAO_SERVICES_VALIDATION_RULE_RESULTS_H_
#define NIANBAO_SERVICES_VALIDATION_RULE_RESULTS_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/core/rule_plan.h"

namespace nianbao::validation {

// The rules that are to be checked, in code order.
using Rules = std::vector<const nianbao::catalogue::v1::Rule*>;

// Relations of rules over the principal facts of each year, all judged in one
// run of the compiled plan.
class RuleResults {
 public:
  // Runs `rules`; the catalogue's own plan serves where they are all.
  RuleResults(const core::Catalogue& catalogue, const core::FactTable& table,
              const Rules& rules);

  // The result in a year; null where a figure is blank or the rule is about
  // parts of a whole.
  const core::RelationResult* Find(const std::string& rule, int year) const;

 private:
  void Run(const core::RulePlan& plan, const core::FactColumns& facts,
           const Rules& rules, const std::vector<int>& years);

  std::map<std::pair<std::string, int>, core::RelationResult> results_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RULE_RESULTS_H_
