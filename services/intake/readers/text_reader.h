// The reader of plain text: flattened Word documents and PDF pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_TEXT_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_TEXT_READER_H_

#include <string_view>

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// The document of a UTF-8 text. Sentences that were broken by a page end are
// joined again, runs of tab-parted lines become tables, page numbers go.
nianbao::document::v1::Document ReadText(std::string_view utf8);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_TEXT_READER_H_
