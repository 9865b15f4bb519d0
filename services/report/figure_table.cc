#include "services/report/figure_table.h"

namespace nianbao::report {

using nianbao::fact::v1::Fact;

FigureTable::FigureTable(const core::Catalogue& catalogue,
                         const Material& material)
    : catalogue_(catalogue), collected_(material.facts) {
  for (const Fact& fact : material.facts) by_id_.emplace(fact.id(), &fact);
  for (const Fact& fact : material.computed.facts()) {
    by_id_.emplace(fact.id(), &fact);
    const auto year = core::YearOf(fact.period());
    if (!year || !core::IsWhole(fact)) continue;
    computed_.emplace(std::pair(fact.concept_code(), *year), &fact);
  }
}

const Fact* FigureTable::Find(const std::string& code, int year) const {
  const auto* indicator = catalogue_.FindIndicator(code);
  const Fact* computed = FindComputed(code, year);
  const bool derived = indicator != nullptr && !indicator->formula().empty();
  if (derived && computed != nullptr) return computed;
  const Fact* collected = collected_.Principal(code, year);
  return collected != nullptr ? collected : computed;
}

const Fact* FigureTable::FindComputed(const std::string& code, int year) const {
  const auto found = computed_.find({code, year});
  return found == computed_.end() ? nullptr : found->second;
}

const Fact* FigureTable::FindById(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

}  // namespace nianbao::report
