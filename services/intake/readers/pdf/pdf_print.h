// What a PDF file prints, as another program sees it.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_PDF_PRINT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_PDF_PRINT_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "services/core/ports/program_runner.h"

namespace nianbao::intake {

// The print of `pdftotext -bbox` of a PDF file.
struct PdfPrint {
  std::string boxes;
  // Whether the program found damage that it could step over.
  bool damaged = false;
};

// Has a PDF file printed within 256 MB of memory and two seconds of processor
// time, and one more for every megabyte of the file. InvalidArgument with
// reason ENCRYPTED_FILE, COPYING_FORBIDDEN, DAMAGED_FILE (also where the file's
// end is missing) or FILE_TOO_LARGE (it takes more than that);
// FailedPrecondition where the program is not installed.
absl::StatusOr<PdfPrint> PrintPdf(std::string_view bytes,
                                  const core::ProgramRunner& programs);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_PDF_PRINT_H_
