// The figures of an example as a lookup. Private to the catalogue's self-check.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_EXAMPLE_FIGURES_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_EXAMPLE_FIGURES_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/catalogue_errors.h"

namespace nianbao::core {

// Figures of one definition's examples, one example at a time. A figure that
// is not given is computed where its indicator has a formula, and otherwise
// blank. Holds a reference to the catalogue, which must have no cycle.
class ExampleFigures {
 public:
  // `references` are those of the definition.
  ExampleFigures(const Catalogue& catalogue,
                 const std::vector<Reference>& references);

  // Takes the figures of `example`, called `name` in messages. False, with
  // errors added, where an input is no figure or not needed.
  bool Read(const nianbao::catalogue::v1::Example& example,
            const std::string& name, CatalogueErrors& errors);

  std::optional<Quantity> Find(const Reference& reference) const;

 private:
  void AddNeeded(const Reference& reference);
  std::optional<Quantity> Compute(const Reference& reference) const;

  const Catalogue& catalogue_;
  // Everything an example may give, by how the expression writes it.
  std::map<std::string, Reference> needed_;
  std::map<std::string, Quantity> given_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_EXAMPLE_FIGURES_H_
