// The self-check of a catalogue, part by part. Private to the catalogue.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_CHECKS_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_CHECKS_H_

#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/catalogue_errors.h"

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

void CheckRegions(const Catalogue& catalogue,
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

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_CHECKS_H_
