// What readers of facts share.
#ifndef NIANBAO_SERVICES_INTAKE_READING_READING_CONTEXT_H_
#define NIANBAO_SERVICES_INTAKE_READING_READING_CONTEXT_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/fact_table.h"
#include "services/intake/reading/lexicon.h"
#include "services/intake/reading/linker.h"
#include "services/intake/reading/outline_homes.h"
#include "services/intake/reading/trace.h"

namespace nianbao::intake {

// The words, links and edition of one reading; facts are appended in order.
struct ReadingContext {
  const Lexicon& lexicon;
  const Linker& linker;
  const nianbao::catalogue::v1::Edition& edition;
  // Whether figures that are not the school's own facts are kept.
  bool all_figures = false;
  core::Facts& facts;
  // The headings above what is read.
  OutlinePlace place;
  // Where decisions are noted; null unless what is read is to be explained.
  ReadingTrace* trace = nullptr;
};

// Notes a decision where it is to be explained.
inline void Note(const ReadingContext& context,
                 ReadingTrace::Reading::Decision decision,
                 ReadingTrace::Reading::Source source,
                 const std::string& words) {
  if (context.trace != nullptr) context.trace->Note(decision, source, words);
}

// What the linker is asked of a figure.
inline LinkFigure ToLink(const ReadingContext& context,
                         const nianbao::fact::v1::Figure& figure,
                         const std::string& period) {
  return {figure, period, context.edition.code(), &context.place};
}

// A new fact with the next id.
inline nianbao::fact::v1::Fact* AddFact(ReadingContext& context) {
  auto* fact = context.facts.Add();
  fact->set_id("f" + std::to_string(context.facts.size()));
  fact->set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  return fact;
}

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_READING_CONTEXT_H_
