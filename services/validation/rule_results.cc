#include "services/validation/rule_results.h"

#include <algorithm>
#include <set>

#include "services/validation/rule_case.h"

namespace nianbao::validation {
namespace {

using core::FactColumns;
using core::PlannedRule;
using nianbao::catalogue::v1::Rule;

std::set<std::string> ConceptsOf(const core::Catalogue& catalogue,
                                 const Rules& rules) {
  std::set<std::string> concepts;
  for (const Rule* rule : rules) {
    for (const auto& reference :
         catalogue.RelationOf(rule->code()).references()) {
      concepts.insert(reference.code);
    }
  }
  return concepts;
}

// A row for each year, a column for each concept.
FactColumns ColumnsOf(const core::Catalogue& catalogue,
                      const core::FactTable& table,
                      const std::set<std::string>& concepts,
                      const std::vector<int>& years) {
  FactColumns facts(years.size());
  for (const std::string& code : concepts) {
    core::QuantityColumnBuilder column;
    for (const int year : years) {
      column.Add(RuleCase(catalogue, table, year).QuantityOf({code, 0, false}));
    }
    facts.Set(code, false, std::move(column).Build());
  }
  std::vector<std::int32_t> previous;
  for (const int year : years) {
    const auto before = std::find(years.begin(), years.end(), year - 1);
    previous.push_back(before == years.end()
                           ? FactColumns::kNoRow
                           : static_cast<std::int32_t>(before - years.begin()));
  }
  facts.SetPrevious(std::move(previous));
  return facts;
}

}  // namespace

RuleResults::RuleResults(const core::Catalogue& catalogue,
                         const core::FactTable& table, const Rules& rules) {
  const std::vector<int> years = table.Years();
  const FactColumns facts =
      ColumnsOf(catalogue, table, ConceptsOf(catalogue, rules), years);
  if (rules.size() == catalogue.rules().size()) {
    Run(catalogue.rule_plan(), facts, rules, years);
    return;
  }
  std::vector<PlannedRule> planned;
  for (const Rule* rule : rules) {
    planned.push_back(
        {catalogue.RelationOf(rule->code()), rule->missing(), {}});
  }
  Run(core::RulePlan(std::move(planned)), facts, rules, years);
}

void RuleResults::Run(const core::RulePlan& plan, const FactColumns& facts,
                      const Rules& rules, const std::vector<int>& years) {
  core::RunOptions options;
  options.list_all = true;
  options.intervals = true;
  plan.Run(facts, options, [&](const core::FindingBatch& batch) {
    for (const core::RowFinding& finding : batch.findings()) {
      if (finding.outcome == core::Outcome::kBlank ||
          finding.outcome == core::Outcome::kInapplicable) {
        continue;
      }
      results_.emplace(
          std::pair(rules[finding.rule]->code(), years[finding.row]),
          batch.ResultOf(finding));
    }
  });
}

const core::RelationResult* RuleResults::Find(const std::string& rule,
                                              int year) const {
  const auto found = results_.find({rule, year});
  return found == results_.end() ? nullptr : &found->second;
}

}  // namespace nianbao::validation
