#include "services/validation/incremental_rules.h"

#include <utility>

namespace nianbao::validation {

void IncrementalRules::Run(const core::FactTable& table, const Rules& rules) {
  std::vector<RuleOutcome> outcomes =
      CheckEach(catalogue_, scope_, table, rules);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    outcomes_[rules[i]->code()] = std::move(outcomes[i]);
  }
}

void IncrementalRules::Start(const core::FactTable& table) {
  years_ = table.Years();
  Rules all;
  for (const auto& [code, rule] : catalogue_.rules()) all.push_back(rule);
  Run(table, all);
}

std::size_t IncrementalRules::Update(const core::FactTable& table,
                                     const std::set<std::string>& concepts) {
  const std::vector<int> years = table.Years();
  const auto codes = index_.DependentsOf(concepts, years != years_);
  years_ = years;
  Rules rules;
  for (const std::string& code : codes) {
    rules.push_back(catalogue_.FindRule(code));
  }
  if (!rules.empty()) Run(table, rules);
  return rules.size();
}

}  // namespace nianbao::validation
