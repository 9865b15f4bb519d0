// Notes why numbers are read as they are, while a place is explained.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TRACE_H_
#define NIANBAO_SERVICES_INTAKE_READING_TRACE_H_

#include <string>
#include <vector>

#include "nianbao/fact/v1/fact.pb.h"
#include "nianbao/intake/v1/explanation.pb.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/linker.h"

namespace nianbao::intake {

// The readers note their decisions of one number as they make them, and then
// finish the number. For one thread.
class ReadingTrace {
 public:
  using Reading = nianbao::intake::v1::NumberReading;

  // The linker outlives the trace.
  explicit ReadingTrace(const Linker& linker) : linker_(linker) {}

  // A decision and the words that it was made from; words that are empty say
  // nothing and are left out.
  void Note(Reading::Decision decision, Reading::Source source,
            const std::string& words);

  // Concepts considered for a label. With `refusal`, the one that the linker
  // chose is not taken, because of what the label stands in.
  void Consider(const LinkResult& result,
                Reading::Refusal refusal = Reading::REFUSAL_UNSPECIFIED);

  // The number is read; with an id where the fact is kept.
  void Finish(NumberKind kind, const nianbao::fact::v1::Fact& fact);

  // The numbers finished since the last call.
  std::vector<Reading> Take();

 private:
  void Add(const LinkCandidate& candidate, Reading::Refusal refusal);
  void AddAlike(const std::string& label);

  const Linker& linker_;
  Reading open_;
  std::vector<Reading> finished_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TRACE_H_
