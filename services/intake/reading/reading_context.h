// What readers of facts share.
#ifndef NIANBAO_SERVICES_INTAKE_READING_READING_CONTEXT_H_
#define NIANBAO_SERVICES_INTAKE_READING_READING_CONTEXT_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/fact_table.h"
#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/linker.h"
#include "services/intake/reading/said.h"

namespace nianbao::intake {

// The words, links and edition of one reading; facts are appended in order.
struct ReadingContext {
  const Lexicon& lexicon;
  const Linker& linker;
  const nianbao::catalogue::v1::Edition& edition;
  // Whether figures that are not the school's own facts are kept.
  bool all_figures = false;
  core::Facts& facts;
  // What the paragraph right before said; empty behind headings and tables.
  SaidSoFar said = {};
};

// A new fact with the next id.
inline nianbao::fact::v1::Fact* AddFact(ReadingContext& context) {
  auto* fact = context.facts.Add();
  fact->set_id("f" + std::to_string(context.facts.size()));
  fact->set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  return fact;
}

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_READING_CONTEXT_H_
