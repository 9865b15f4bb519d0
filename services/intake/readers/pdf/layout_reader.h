// Documents from printed pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_LAYOUT_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_LAYOUT_READER_H_

#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/pdf/word_boxes.h"

namespace nianbao::intake {

// The document that pages of words print: page numbers and running heads go,
// lines become paragraphs over line and page ends, tables are rebuilt and
// joined over pages. Every run has its page. A note lists pages that print
// nothing among others that do. No blocks where no page prints anything.
// FILE_TOO_LARGE as DocumentBuilder has it.
absl::StatusOr<nianbao::document::v1::Document> ReadLayout(
    std::vector<BoxPage> pages);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_LAYOUT_READER_H_
