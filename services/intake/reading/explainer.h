// Explains how one place of a document was read.
#ifndef NIANBAO_SERVICES_INTAKE_READING_EXPLAINER_H_
#define NIANBAO_SERVICES_INTAKE_READING_EXPLAINER_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/intake/v1/explanation.pb.h"
#include "services/intake/reading/trace.h"

namespace nianbao::intake {

// Collects the explanations of a place while facts are read. For one thread.
class Explainer {
 public:
  using Explanation = nianbao::intake::v1::Explanation;

  // `place` is a source line such as "77" or a block's id such as "b12". The
  // linker outlives the object.
  Explainer(std::string place, const Linker& linker);

  // The trace to read the block with; null where the block has no part of the
  // place.
  ReadingTrace* TraceOf(const nianbao::document::v1::Block& block);

  // The block is read, or left out for `unread`.
  void Close(const nianbao::document::v1::Block& block,
             Explanation::Unread unread);

  // What was explained, in document order; empty where no block holds the
  // place.
  std::vector<Explanation> Take();

 private:
  using Numbers = std::vector<nianbao::intake::v1::NumberReading>;

  bool Wanted(int line) const { return line_ == 0 || line == line_; }
  void ExplainText(const nianbao::document::v1::Block& block, Numbers numbers,
                   Explanation::Unread unread);
  void ExplainRows(const nianbao::document::v1::Block& block,
                   const Numbers& numbers);

  const std::string block_;  // empty where a line is asked for
  const int line_;           // zero where a block is asked for
  ReadingTrace trace_;
  std::vector<Explanation> explanations_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_EXPLAINER_H_
