#include "services/metrics/indicator_plan.h"

#include "services/core/expression.h"
#include "services/metrics/rollup.h"

namespace nianbao::metrics {
namespace {

// Adds what the figure of an indicator is made from. A derived one that can't
// be computed is read as printed.
void CollectReads(const core::Catalogue& catalogue, const std::string& code,
                  int years_back, std::set<FigureRead>& reads) {
  if (!reads.insert({code, years_back}).second) return;
  const auto* indicator = catalogue.FindIndicator(code);
  if (indicator == nullptr || indicator->formula().empty()) return;
  for (const auto& reference : catalogue.FormulaOf(code).references()) {
    if (reference.each) continue;
    CollectReads(catalogue, reference.code, years_back + reference.years_back,
                 reads);
  }
}

}  // namespace

IndicatorPlans::IndicatorPlans(const core::Catalogue& catalogue) {
  for (const auto& [code, indicator] : catalogue.indicators()) {
    IndicatorPlan& plan = plans_[code];
    plan.indicator = indicator;
    CollectReads(catalogue, code, 0, plan.figure_reads);
    const auto rollup = Rollup::Create(catalogue, *indicator, 0);
    plan.rollup = rollup.status();
    if (!rollup.ok()) continue;
    for (const FigureKey& key : rollup->summed()) {
      CollectReads(catalogue, key.indicator, -key.year, plan.total_reads);
    }
  }
}

const IndicatorPlan* IndicatorPlans::Find(std::string_view code) const {
  const auto found = plans_.find(absl::string_view(code.data(), code.size()));
  return found == plans_.end() ? nullptr : &found->second;
}

}  // namespace nianbao::metrics
