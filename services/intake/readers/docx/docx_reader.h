// The reader of Word documents.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_DOCX_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_DOCX_READER_H_

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/package/ooxml_package.h"

namespace nianbao::intake {

// The document of an opened Word file, as it prints with all tracked changes
// accepted: text in order, headings with their printed numbers, tables with
// merged cells resolved, notes behind their paragraphs. Headers, footers,
// comments, hidden text and field instructions are left out. InvalidArgument
// with the reasons of OoxmlPackage, or NO_TEXT where it prints no text.
absl::StatusOr<nianbao::document::v1::Document> ReadDocx(OoxmlPackage& package);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_DOCX_READER_H_
