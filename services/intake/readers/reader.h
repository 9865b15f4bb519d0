// Readers: a file's bytes in, a Document with coordinates out.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/ports/program_runner.h"
#include "services/intake/readers/sheet/sheet_cells.h"

namespace nianbao::intake {

// Reads a file into a document: what its first bytes say decides how, and for
// texts the ending of its name. The source's sha256 stays empty. PDF files are
// read with `programs`, and refused where there are none. InvalidArgument says
// what is wrong with the file and what to try; FailedPrecondition what is
// missing here.
absl::StatusOr<nianbao::document::v1::Document> ReadFile(
    const std::string& filename, std::string_view bytes,
    const core::ProgramRunner* programs = nullptr);

// The sheets of a .csv, .tsv or .xlsx file that show something, cell by cell,
// as tables of records are read; a text has one. InvalidArgument says what is
// wrong with the file and what to try, such as another kind of file.
absl::StatusOr<std::vector<SheetCells>> ReadSheets(const std::string& filename,
                                                   std::string_view bytes);

// Endings of the files that are read, for messages: ".txt, .csv, …".
std::string ReadableEndings();

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_READER_H_
