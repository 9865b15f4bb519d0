// Which rules depend on which facts.
#ifndef NIANBAO_SERVICES_CORE_RULE_INDEX_H_
#define NIANBAO_SERVICES_CORE_RULE_INDEX_H_

#include <map>
#include <set>
#include <string>

#include "services/core/catalogue.h"

namespace nianbao::core {

// The single reference that an equality recomputes; null where the relation is
// none.
const Reference* RecomputedBy(const Relation& relation);

// Rules by the concepts that they ask for. Immutable; safe from any thread.
class RuleIndex {
 public:
  explicit RuleIndex(const Catalogue& catalogue);

  // Codes of all rules whose findings can change when facts of these concepts
  // do, in any year. A rule that recomputes a concept depends on the others
  // that do, as what one of them settles the others can't deny. With
  // `years_changed` a year came or went, and rules that look back count, too.
  std::set<std::string> DependentsOf(const std::set<std::string>& concepts,
                                     bool years_changed) const;

 private:
  using Codes = std::set<std::string>;

  std::map<std::string, Codes> by_concept_;
  // Rules that recompute a concept.
  std::map<std::string, Codes> recomputing_;
  std::map<std::string, std::string> recomputed_;
  Codes looking_back_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RULE_INDEX_H_
