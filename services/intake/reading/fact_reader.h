// Reads the facts of a document.
#ifndef NIANBAO_SERVICES_INTAKE_READING_FACT_READER_H_
#define NIANBAO_SERVICES_INTAKE_READING_FACT_READER_H_

#include <map>
#include <string>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/intake/reading/explainer.h"
#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/linker.h"

namespace nianbao::intake {

// Reads with the words of one catalogue, which outlives it. Immutable; safe
// from any thread.
class FactReader {
 public:
  explicit FactReader(const core::Catalogue& catalogue);

  // The facts of `document` in document order, with ids "f1", "f2" …; with
  // `all_figures`, also the numbers that are not the school's own facts. The
  // edition is one of the catalogue's. With an `explainer`, explains its place
  // by the way; the facts are the same.
  core::Facts Read(const nianbao::catalogue::v1::Edition& edition,
                   const nianbao::document::v1::Document& document,
                   bool all_figures, Explainer* explainer = nullptr) const;

  const Linker& linker() const { return linker_; }

 private:
  const Lexicon lexicon_;
  const Linker linker_;
  // By edition's code.
  std::map<std::string, OutlineHomes> homes_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_FACT_READER_H_
