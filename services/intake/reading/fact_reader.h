// Reads the facts of a document.
#ifndef NIANBAO_SERVICES_INTAKE_READING_FACT_READER_H_
#define NIANBAO_SERVICES_INTAKE_READING_FACT_READER_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"

namespace nianbao::intake {

// The facts of `document` in document order, with ids "f1", "f2" …; with
// `all_figures`, also the numbers that are not the school's own facts.
core::Facts ReadFacts(const core::Catalogue& catalogue,
                      const nianbao::catalogue::v1::Edition& edition,
                      const nianbao::document::v1::Document& document,
                      bool all_figures);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_FACT_READER_H_
