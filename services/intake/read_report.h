// Use case: a file's bytes in, its document and facts out.
#ifndef NIANBAO_SERVICES_INTAKE_READ_REPORT_H_
#define NIANBAO_SERVICES_INTAKE_READ_REPORT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"

namespace nianbao::intake {

// What is asked of a file.
struct ReadOrder {
  // Names the file in messages; its ending says what it should be.
  std::string filename;
  // Edition's code; empty to take it from the text.
  std::string edition;
  // Whether figures that are not the school's own facts come along.
  bool all_figures = false;
};

// What a file says.
struct ReadResult {
  std::string edition;
  nianbao::document::v1::Document document;
  core::Facts facts;
};

// Reads `bytes`. Deterministic; no clock, no files; safe from any thread.
// InvalidArgument with what and where for a file that is empty, binary, of no
// known kind or encoding, for an unknown edition, and where the edition is in
// neither the order nor the text.
absl::StatusOr<ReadResult> ReadReport(const core::Catalogue& catalogue,
                                      const ReadOrder& order,
                                      std::string_view bytes);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READ_REPORT_H_
