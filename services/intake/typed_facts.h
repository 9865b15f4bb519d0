// Facts that are handed in as values, without a document.
#ifndef NIANBAO_SERVICES_INTAKE_TYPED_FACTS_H_
#define NIANBAO_SERVICES_INTAKE_TYPED_FACTS_H_

#include <string>

#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/intake/field_problems.h"

namespace nianbao::intake {

// Adds every problem of `facts`, the list of that name in the request: no
// figure or one that is no number, no period, neither concept nor label, an
// unknown concept, an identifier twice, a dimension without name or twice.
void CheckTypedFacts(const core::Catalogue& catalogue, const std::string& list,
                     const core::Facts& facts, FieldProblems& problems);

// Facts without problems, as they are stored: each with an identifier, a label,
// the figure's text, dimensions in order, class OWN and origin TYPED, and
// without what only facts of a document have.
core::Facts CompleteTypedFacts(const core::Catalogue& catalogue,
                               const std::string& edition, core::Facts facts);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_TYPED_FACTS_H_
