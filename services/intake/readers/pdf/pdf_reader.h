// The reader of PDF files.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_PDF_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_PDF_READER_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/ports/program_runner.h"

namespace nianbao::intake {

// The document of a PDF file, as ReadLayout builds it from what another program
// prints of it; every run has its page. Errors of PrintPdf and ReadLayout;
// InvalidArgument with reason NO_TEXT where its pages are pictures;
// FailedPrecondition with reason PROGRAMS_FORBIDDEN where `programs` is null.
absl::StatusOr<nianbao::document::v1::Document> ReadPdf(
    std::string_view bytes, const core::ProgramRunner* programs);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_PDF_READER_H_
