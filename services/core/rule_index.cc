#include "services/core/rule_index.h"

namespace nianbao::core {

const Reference* RecomputedBy(const Relation& relation) {
  return relation.attainable() || relation.relation() != Operator::kEqual
             ? nullptr
             : relation.left().AsReference();
}

RuleIndex::RuleIndex(const Catalogue& catalogue) {
  for (const auto& [code, rule] : catalogue.rules()) {
    const Relation& relation = catalogue.RelationOf(code);
    for (const Reference& reference : relation.references()) {
      by_concept_[reference.code].insert(code);
      if (reference.years_back > 0) looking_back_.insert(code);
    }
    if (const Reference* left = RecomputedBy(relation)) {
      recomputing_[left->code].insert(code);
      recomputed_[code] = left->code;
    }
  }
}

std::set<std::string> RuleIndex::DependentsOf(
    const std::set<std::string>& concepts, bool years_changed) const {
  Codes direct = years_changed ? looking_back_ : Codes();
  for (const std::string& concept_code : concepts) {
    const auto found = by_concept_.find(concept_code);
    if (found == by_concept_.end()) continue;
    direct.insert(found->second.begin(), found->second.end());
  }
  Codes all = direct;
  for (const std::string& code : direct) {
    const auto left = recomputed_.find(code);
    if (left == recomputed_.end()) continue;
    const Codes& others = recomputing_.at(left->second);
    all.insert(others.begin(), others.end());
  }
  return all;
}

}  // namespace nianbao::core
