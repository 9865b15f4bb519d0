// What the catalogue tells the search for stated relations.
#ifndef NIANBAO_SERVICES_VALIDATION_TERMS_H_
#define NIANBAO_SERVICES_VALIDATION_TERMS_H_

#include <map>
#include <string>
#include <vector>

#include "services/core/catalogue.h"

namespace nianbao::validation {

// Names of concepts and words of tables.
struct Terms {
  // Indicator's code by the label key of its title and wordings.
  std::map<std::string, std::string, std::less<>> code_by_key;
  // Indicator's English title by code.
  std::map<std::string, std::string, std::less<>> english;
  // Words that name a whole in a table, such as 合计.
  std::vector<std::string> totals;

  // The code that the name means; empty where it means none.
  std::string CodeOf(std::string_view name_key) const;
};

// The terms of a catalogue. A key that could mean two indicators means none.
Terms TermsOf(const core::Catalogue& catalogue);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TERMS_H_
