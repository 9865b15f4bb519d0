// Use case: a document and its facts in, checks and coverage out.
#ifndef NIANBAO_SERVICES_VALIDATION_CHECK_DOCUMENT_H_
#define NIANBAO_SERVICES_VALIDATION_CHECK_DOCUMENT_H_

#include <string>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/core/ports/peers.h"
#include "services/validation/surroundings.h"
#include "services/validation/terms.h"

namespace nianbao::validation {

// Checks reports with one catalogue's rules and words. Immutable; safe from any
// thread; making one takes about as long as checking a report.
class DocumentChecker {
 public:
  // The catalogue outlives the checker.
  explicit DocumentChecker(const core::Catalogue& catalogue);

  // As CheckDocument below.
  absl::StatusOr<core::CheckResult> Check(
      const std::string& edition,
      const nianbao::document::v1::Document& document, const core::Facts& facts,
      const Surroundings& surroundings = {}) const;

 private:
  const core::Catalogue& catalogue_;
  const Terms terms_;
};

// Checks `facts` against the catalogue's rules, standards and code tables, the
// stated relations of `document`, and what `surroundings` know of other years
// and schools. Checks come in document order with ids "c1", "c2" …
// Deterministic; safe from any thread. InvalidArgument for an unknown edition
// or no facts: an empty input is an error, never a pass.
absl::StatusOr<core::CheckResult> CheckDocument(
    const core::Catalogue& catalogue, const std::string& edition,
    const nianbao::document::v1::Document& document, const core::Facts& facts,
    const Surroundings& surroundings = {});

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHECK_DOCUMENT_H_
