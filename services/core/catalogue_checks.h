// The self-check of a catalogue, part by part. Private to the catalogue.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_CHECKS_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_CHECKS_H_

#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/catalogue_errors.h"
#include "services/core/validity.h"

namespace nianbao::core {

// Each adds what is wrong with the definitions of one file, or of all of the
// catalogue, to `errors`.

// Names, units, splits and arithmetic of indicators.
void CheckIndicators(const Catalogue& catalogue,
                     const nianbao::catalogue::v1::Catalogue& file,
                     CatalogueErrors& errors);

// That no two parts of a whole are the same part.
void CheckPartKeys(const Catalogue& catalogue, CatalogueErrors& errors);

// Rules and standards.
void CheckRules(const Catalogue& catalogue,
                const nianbao::catalogue::v1::Catalogue& file,
                CatalogueErrors& errors);

// Editions with their outlines.
void CheckEditions(const Catalogue& catalogue,
                   const nianbao::catalogue::v1::Catalogue& file,
                   CatalogueErrors& errors);

// Regions, and that no two entries of one code hold on the same day.
void CheckRegions(const Catalogue& catalogue,
                  const nianbao::catalogue::v1::Catalogue& file,
                  CatalogueErrors& errors);

// Days, region and classes of standards, classes of rules, and that nowhere and
// never two standards of one requirement apply.
void CheckStandardScopes(const Catalogue& catalogue, CatalogueErrors& errors);

// Codes and names of tables: each means one entry at any one day.
void CheckCodeTables(const nianbao::catalogue::v1::Catalogue& file,
                     CatalogueErrors& errors);

// Outlier tests; runs their examples.
void CheckOutlierTests(const Catalogue& catalogue,
                       const nianbao::catalogue::v1::Catalogue& file,
                       CatalogueErrors& errors);

// Early warnings for majors.
void CheckMajorWarnings(const Catalogue& catalogue,
                        const nianbao::catalogue::v1::Catalogue& file,
                        CatalogueErrors& errors);

// Rows of the editions' tables: 1 to n without holes.
void CheckTables(const Catalogue& catalogue, CatalogueErrors& errors);

// That a wording with a unit means one indicator.
void CheckWordings(const Catalogue& catalogue, CatalogueErrors& errors);

// That a word of a kind has one normal form.
void CheckVocabularies(const std::vector<CatalogueFile>& files,
                       CatalogueErrors& errors);

// Runs all examples; the catalogue must have no other errors.
void CheckExamples(const Catalogue& catalogue, CatalogueErrors& errors);

// Shared by the parts: code in lower snake case, and a text in both languages.
void CheckCode(const google::protobuf::Message& element,
               const std::string& name, const std::string& code,
               CatalogueErrors& errors);
void CheckText(const google::protobuf::Message& element,
               const std::string& field, const std::string& name,
               const nianbao::catalogue::v1::Text& text,
               CatalogueErrors& errors);

// Adds that `field` of `name` is not set where `set` is false.
void CheckSet(bool set, const google::protobuf::Message& element,
              const std::string& field, const std::string& name,
              CatalogueErrors& errors);

// Checks `valid_from` and `valid_to` of the element: real days in order.
template <typename Element>
void CheckValidity(const Element& element, const std::string& name,
                   CatalogueErrors& errors) {
  const auto check = [&](const char* field, const std::string& day) {
    if (day.empty() || IsDay(day)) return;
    errors.Add(element, field,
               name + ": \"" + day + "\" is no day; write it like " +
                   "\"2021-04-09\"");
  };
  check("valid_from", element.valid_from());
  check("valid_to", element.valid_to());
  if (element.valid_to().empty() ||
      element.valid_from() <= element.valid_to()) {
    return;
  }
  errors.Add(element, "valid_to",
             name + ": ends before it begins; correct one of its days");
}

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_CHECKS_H_
