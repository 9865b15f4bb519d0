// Use case: a file's bytes in, its document and facts out.
#ifndef NIANBAO_SERVICES_INTAKE_REPORT_READER_H_
#define NIANBAO_SERVICES_INTAKE_REPORT_READER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/core/ports/program_runner.h"
#include "services/intake/reading/fact_reader.h"

namespace nianbao::intake {

// What is asked of a file.
struct ReadOrder {
  // Names the file in messages; its ending says what it should be.
  std::string filename;
  // Edition's code; empty to take it from the text.
  std::string edition;
  // Whether figures that are not the school's own facts come along.
  bool all_figures = false;
  // What to explain: a source line such as "77" or a block's id such as "b12";
  // empty for nothing.
  std::string explain = {};
};

// What a file says.
struct ReadResult {
  std::string edition;
  nianbao::document::v1::Document document;
  core::Facts facts;
  std::vector<nianbao::intake::v1::Explanation> explanations;
};

// Reads reports with one catalogue's words. Immutable; safe from any thread;
// making one takes far longer than reading with it.
class ReportReader {
 public:
  // Both outlive the reader. Without programs no PDF file can be read.
  explicit ReportReader(const core::Catalogue& catalogue,
                        const core::ProgramRunner* programs = nullptr)
      : catalogue_(catalogue), programs_(programs), facts_(catalogue) {}

  // Reads `bytes`. Deterministic; no clock, no files. InvalidArgument with what
  // and where for a file that is empty, binary, of no known kind or encoding,
  // for an unknown edition, where the edition is in neither the order nor the
  // text, and where the place to explain holds no text. FailedPrecondition
  // where a PDF file needs a program that is not there.
  absl::StatusOr<ReadResult> Read(const ReadOrder& order,
                                  std::string_view bytes) const;

 private:
  const core::Catalogue& catalogue_;
  const core::ProgramRunner* const programs_;
  const FactReader facts_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_REPORT_READER_H_
